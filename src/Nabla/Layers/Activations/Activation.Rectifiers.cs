namespace Nabla;

/// <content>Functions that let the positive side through.</content>
public sealed partial class Activation
{
    /// <summary>Nothing: <c>x</c>.</summary>
    public static Activation Linear { get; } = Define("linear", x => x);

    /// <summary>Rectified linear unit: <c>max(x, 0)</c>.</summary>
    public static Activation Relu { get; } = Define("relu", x => x.Relu());

    /// <summary>Rectified linear unit that is cut: <c>min(max(x, 0), 6)</c>.</summary>
    public static Activation Relu6 { get; } = Define("relu6", x => x.Relu6());

    /// <summary>
    /// A rectified linear unit that lets some of the negative side through: <c>x</c> where <c>x &gt; 0</c>, else
    /// <c>slope · x</c>.
    /// </summary>
    /// <param name="slope">The slope of the negative side; 0.01 as in PyTorch by default.</param>
    public static Activation LeakyRelu(double slope = 0.01) =>
        Numbered("leaky_relu", x => x.LeakyRelu(slope), slope);

    /// <summary>Exponential linear unit: <c>x</c> where <c>x &gt; 0</c>, else <c>alpha · (eˣ − 1)</c>.</summary>
    /// <param name="alpha">The limit of the negative side is −alpha.</param>
    public static Activation Elu(double alpha = 1) =>
        Numbered("elu", x => x.Elu(alpha), alpha);

    /// <summary>
    /// Exponential linear unit that is smooth for every alpha: <c>x</c> where <c>x &gt; 0</c>, else <c>alpha ·
    /// (e^(x/alpha) − 1)</c>.
    /// </summary>
    /// <param name="alpha">The limit of the negative side is −alpha; above 0.</param>
    public static Activation Celu(double alpha = 1) =>
        Numbered("celu", x => x.Celu(alpha), alpha);

    /// <summary>
    /// Scaled exponential linear unit, which keeps mean 0 and variance 1; weights start well with <c>LecunNormal</c>.
    /// </summary>
    public static Activation Selu { get; } = Define("selu", x => x.Selu());

    /// <summary>The Gaussian error linear unit: <c>x · Φ(x)</c>.</summary>
    public static Activation Gelu { get; } = Define("gelu", x => x.Gelu());

    /// <summary>The Gaussian error linear unit by its approximation with tanh, as GPT-2 has it.</summary>
    public static Activation GeluTanh { get; } = Define("gelu_tanh", x => x.Gelu(approximate: true));

    /// <summary>The sigmoid linear unit, or swish: <c>x · sigmoid(x)</c>.</summary>
    public static Activation Silu { get; } = Define("silu", x => x.Silu());

    /// <summary>Silu with a sigmoid in three straight pieces, or hard swish.</summary>
    public static Activation HardSilu { get; } = Define("hard_silu", x => x.HardSilu());

    /// <summary><c>x · tanh(ln(1 + eˣ))</c>.</summary>
    public static Activation Mish { get; } = Define("mish", x => x.Mish());

    /// <summary>A smooth rectifier: <c>ln(1 + eˣ)</c>.</summary>
    public static Activation Softplus { get; } = Define("softplus", x => x.Softplus());

    /// <summary>A smooth rectifier made of a root: <c>(x + √(x² + b)) / 2</c>.</summary>
    /// <param name="b">How smooth: 0 or more.</param>
    public static Activation Squareplus(double b = 4) =>
        Numbered("squareplus", x => x.Squareplus(b), b);

    /// <summary>A smooth rectifier that reaches 0 at −1: <c>(x + 1)²/4</c> between −1 and 1.</summary>
    public static Activation SparsePlus { get; } = Define("sparse_plus", x => x.SparsePlus());

    /// <summary>Keeps what is above a threshold: <c>x</c> where <c>x &gt; threshold</c>, else <c>value</c>.</summary>
    /// <param name="threshold">What elements must exceed to stay.</param>
    /// <param name="value">What the others become.</param>
    public static Activation Threshold(double threshold, double value) =>
        Numbered("threshold", x => x.Threshold(threshold, value), threshold, value);
}
