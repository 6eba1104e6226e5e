using System.Collections.Concurrent;
using System.Globalization;
using Nabla.Configuration;

namespace Nabla;

/// <summary>A function that is applied to the result of a layer, known by its name.</summary>
/// <example><code>
/// new Dense(128, Activation.Relu)
/// new Dense(128, Activation.LeakyRelu(0.2))
/// new Dense(128, Activation.Parse("sigmoid"))
/// new Dense(128, Activation.Define("squared_relu", x => x.Relu().Square()))
/// </code></example>
public sealed class Activation : IConfigurationText<Activation>
{
    private static readonly ConcurrentDictionary<string, Func<double?, Activation?>> s_known =
        new(StringComparer.Ordinal);

    private readonly Func<Tensor, Tensor> _function;

    private Activation(string name, Func<Tensor, Tensor> function)
    {
        Name = name;
        _function = function;
    }

    /// <summary>Nothing: <c>x</c>.</summary>
    public static Activation Linear { get; } = Define("linear", x => x);

    /// <summary>Rectified linear unit: <c>max(x, 0)</c>.</summary>
    public static Activation Relu { get; } = Define("relu", x => x.Relu());

    /// <summary>The logistic function: <c>1 / (1 + e^−x)</c>.</summary>
    public static Activation Sigmoid { get; } = Define("sigmoid", x => x.Sigmoid());

    /// <summary>The hyperbolic tangent.</summary>
    public static Activation Tanh { get; } = Define("tanh", x => x.Tanh());

    /// <summary>The Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
    /// <remarks>Source: D. Hendrycks, K. Gimpel, Gaussian error linear units, 2016.</remarks>
    public static Activation Gelu { get; } = Define("gelu", x => x.Gelu());

    /// <summary>The sigmoid linear unit, or swish: <c>x · sigmoid(x)</c>.</summary>
    public static Activation Silu { get; } = Define("silu", x => x.Silu());

    /// <summary>
    /// Probabilities over the last axis: <c>e^xᵢ / Σⱼ e^xⱼ</c>. Losses take logits, so a model to be trained ends
    /// without it.
    /// </summary>
    public static Activation Softmax { get; } = Define("softmax", x => x.Softmax());

    /// <summary>
    /// The threshold of a perceptron: 1 where <c>x ≥ 0</c>, else 0. Its gradient is zero: gradient descent cannot train
    /// what is before it.
    /// </summary>
    public static Activation Step { get; } = Define("step", x => (x >= 0).Cast(x.DType));

    static Activation() => s_known["leaky_relu"] = slope => LeakyRelu(slope ?? DefaultSlope);

    private const double DefaultSlope = 0.01;

    /// <summary>The names that <see cref="Parse"/> knows.</summary>
    public static IReadOnlyList<string> Names => [.. s_known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The name, with its number where it takes one: <c>relu</c>, <c>leaky_relu(0.2)</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// A rectified linear unit that lets some of the negative side through: <c>x</c> where <c>x ≥ 0</c>, else <c>slope
    /// · x</c>.
    /// </summary>
    /// <param name="slope">The slope of the negative side.</param>
    public static Activation LeakyRelu(double slope = DefaultSlope) =>
        new(string.Create(CultureInfo.InvariantCulture, $"leaky_relu({slope:R})"), x => x.LeakyRelu(slope));

    /// <summary>Gives a function a name, by which <see cref="Parse"/> and files find it from now on.</summary>
    /// <param name="name">The name; lower case with underscores by custom.</param>
    /// <param name="function">The function, elementwise or not, that keeps the shape.</param>
    /// <exception cref="ArgumentException">The name is taken, or holds a parenthesis.</exception>
    public static Activation Define(string name, Func<Tensor, Tensor> function)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(function);
        var activation = new Activation(name, function);
        return !name.Contains('(') && s_known.TryAdd(name, number => number is null ? activation : null)
            ? activation
            : throw new ArgumentException(
                $"There is an activation '{name}' already, or the name holds a parenthesis; choose another name.",
                nameof(name));
    }

    /// <summary>The activation of a name, such as <c>relu</c> or <c>leaky_relu(0.2)</c>.</summary>
    /// <exception cref="ArgumentException">There is no such activation; the message lists those there are.</exception>
    public static Activation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int open = text.IndexOf('(');
        string name = open < 0 ? text : text[..open];
        double? number = null;
        if (open >= 0)
        {
            if (!text.EndsWith(')')
                || !double.TryParse(text.AsSpan()[(open + 1)..^1], CultureInfo.InvariantCulture, out double parsed)
                || !double.IsFinite(parsed))
            {
                throw Unknown(text);
            }

            number = parsed;
        }

        return s_known.TryGetValue(name, out Func<double?, Activation?>? create) && create(number) is { } activation
            ? activation
            : throw Unknown(text);
    }

    /// <summary>Applies the function.</summary>
    /// <param name="x">Any shape.</param>
    /// <returns>A tensor of the same shape.</returns>
    public Tensor Apply(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return _function(x);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static ArgumentException Unknown(string text) =>
        new($"There is no activation '{text}'; those there are: {string.Join(", ", Names)}.", nameof(text));
}
