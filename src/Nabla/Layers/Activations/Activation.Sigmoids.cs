namespace Nabla;

/// <content>Functions that squash, shrink or stretch.</content>
public sealed partial class Activation
{
    /// <summary>The logistic function: <c>1 / (1 + e^−x)</c>.</summary>
    public static Activation Sigmoid { get; } = Define("sigmoid", x => x.Sigmoid());

    /// <summary>The sigmoid in three straight pieces: <c>x/6 + 1/2</c>, cut at 0 and 1.</summary>
    public static Activation HardSigmoid { get; } = Define("hard_sigmoid", x => x.HardSigmoid());

    /// <summary>The logarithm of the sigmoid.</summary>
    public static Activation LogSigmoid { get; } = Define("log_sigmoid", x => x.LogSigmoid());

    /// <summary>A sigmoid that reaches 0 and 1: <c>(x + 1)/2</c>, cut at 0 and 1.</summary>
    public static Activation SparseSigmoid { get; } = Define("sparse_sigmoid", x => x.SparseSigmoid());

    /// <summary>The hyperbolic tangent.</summary>
    public static Activation Tanh { get; } = Define("tanh", x => x.Tanh());

    /// <summary>The hyperbolic tangent in three straight pieces: <c>x</c>, cut at both ends.</summary>
    /// <param name="minimum">The least result.</param>
    /// <param name="maximum">The greatest result.</param>
    public static Activation HardTanh(double minimum = -1, double maximum = 1) =>
        Numbered("hard_tanh", x => x.HardTanh(minimum, maximum), minimum, maximum);

    /// <summary><c>x / (1 + |x|)</c>.</summary>
    public static Activation Softsign { get; } = Define("softsign", x => x.Softsign());

    /// <summary><c>x − tanh x</c>.</summary>
    public static Activation TanhShrink { get; } = Define("tanh_shrink", x => x.TanhShrink());

    /// <summary>0 where <c>|x| ≤ lambda</c>, else <c>x</c>.</summary>
    /// <param name="lambda">How far from 0 elements vanish.</param>
    public static Activation HardShrink(double lambda = 0.5) =>
        Numbered("hard_shrink", x => x.HardShrink(lambda), lambda);

    /// <summary>0 where <c>|x| ≤ lambda</c>, else <c>x</c> nearer to 0 by lambda.</summary>
    /// <param name="lambda">The step towards 0; 0 or more.</param>
    public static Activation SoftShrink(double lambda = 0.5) =>
        Numbered("soft_shrink", x => x.SoftShrink(lambda), lambda);

    /// <summary><c>eˣ</c>.</summary>
    public static Activation Exponential { get; } = Define("exponential", x => x.Exp());

    /// <summary>
    /// The threshold of a perceptron: 1 where <c>x ≥ 0</c>, else 0. Its gradient is zero: gradient descent cannot
    /// train what is before it.
    /// </summary>
    public static Activation Step { get; } = Define("step", x => (x >= 0).Cast(x.DType));
}
