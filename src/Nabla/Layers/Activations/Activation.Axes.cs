namespace Nabla;

/// <content>Functions along the last axis.</content>
public sealed partial class Activation
{
    /// <summary>
    /// Probabilities over the last axis: <c>e^xᵢ / Σⱼ e^xⱼ</c>. Losses take logits, so a model to be trained ends
    /// without it.
    /// </summary>
    public static Activation Softmax { get; } = AlongLastAxis("softmax", x => x.Softmax());

    /// <summary>Logarithms of probabilities over the last axis.</summary>
    public static Activation LogSoftmax { get; } = AlongLastAxis("log_softmax", x => x.LogSoftmax());

    /// <summary>Probabilities over the last axis, the likelier the lower: <c>e^−xᵢ / Σⱼ e^−xⱼ</c>.</summary>
    public static Activation Softmin { get; } = AlongLastAxis("softmin", x => x.Softmin());

    /// <summary>Probabilities over the last axis, most of them exactly 0.</summary>
    public static Activation Sparsemax { get; } = AlongLastAxis("sparsemax", x => x.Sparsemax());

    /// <summary>
    /// Gated linear unit: the first half of the last axis times the sigmoid of the second half. It halves the axis.
    /// </summary>
    public static Activation Glu { get; } = AlongLastAxis("glu", x => x.Glu());
}
