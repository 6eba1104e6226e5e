namespace Nabla;

/// <summary>Turns some images into their negatives while training.</summary>
/// <remarks>Computes <c>maximum − x</c>.</remarks>
[Component("random_invert")]
public sealed class RandomInvert : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="probability">How likely an image becomes its negative; by default as in PyTorch.</param>
    /// <param name="maximum">The value of white: 1 where pixels run from 0 to 1, 255 for bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public RandomInvert(float probability = 0.5f, float maximum = 1)
    {
        Probability = CheckedProbability(probability, nameof(probability));
        Maximum = CheckedMaximum(maximum);
    }

    /// <summary>How likely an image becomes its negative.</summary>
    public float Probability { get; }

    /// <summary>The value of white.</summary>
    public float Maximum { get; }

    private protected override Tensor Augment(Tensor images, CallContext context) =>
        Chosen(images, Probability, context, "inverted").Where(Maximum - images, images);
}
