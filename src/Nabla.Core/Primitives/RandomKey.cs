using Nabla.Primitives;

namespace Nabla;

/// <summary>
/// Names a source of random numbers: a seed, and the path of what uses it.
/// The numbers follow from key, counter and position alone.
/// </summary>
/// <remarks>
/// Equal keys give equal numbers on every device, thread count and run; different paths give unrelated ones (see
/// <see cref="Philox"/>).
/// </remarks>
/// <example><code>
/// Tensor noise = Tensor.RandomNormal([2, 3], new RandomKey(42, "encoder.noise"));
/// Tensor quick = Tensor.RandomUniform([4], 7);
/// </code></example>
public readonly record struct RandomKey
{
    /// <summary>The key of a seed and a path.</summary>
    /// <param name="seed">The user's seed.</param>
    /// <param name="path">The structural path of what uses the numbers, such as <c>encoder.2.dropout</c>.</param>
    public RandomKey(long seed, string path = "") => Value = Philox.Key(unchecked((ulong)seed), path);

    /// <summary>The 64-bit key of the generator.</summary>
    public ulong Value { get; private init; }

    /// <summary>The key of a part: of a seed for a whole program, one for each use.</summary>
    public RandomKey For(string path) => new() { Value = Philox.Key(Value, path) };

    /// <summary>The key of a seed alone.</summary>
    public static implicit operator RandomKey(long seed) => new(seed);
}
