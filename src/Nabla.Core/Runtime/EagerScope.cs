using Nabla.Graph;

namespace Nabla;

/// <summary>
/// Evaluates each operation as it is recorded on this thread, and stops at the first that makes a
/// NaN or an infinity from finite inputs.
/// </summary>
/// <remarks>
/// For debugging: the exception is thrown on the line of the guilty operation. Slow, since nothing fuses.
/// </remarks>
/// <example><code>
/// using (new EagerScope())
/// {
///     Tensor loss = Loss(weights);   // throws NonFiniteException at the line that divides by zero
/// }
/// </code></example>
public sealed class EagerScope : IDisposable
{
    private readonly bool _outer = Recorded.IsEager;

    /// <summary>Starts eager evaluation on this thread.</summary>
    public EagerScope() => Recorded.IsEager = true;

    /// <summary>Returns to lazy evaluation.</summary>
    public void Dispose() => Recorded.IsEager = _outer;
}
