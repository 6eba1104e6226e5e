namespace Nabla;

/// <summary>Makes some images gray while training; they keep their three channels.</summary>
[Component("random_grayscale")]
public sealed class RandomGrayscale : AugmentationLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="probability">How likely an image becomes gray; by default as in PyTorch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public RandomGrayscale(float probability = 0.1f) =>
        Probability = CheckedProbability(probability, nameof(probability));

    /// <summary>How likely an image becomes gray.</summary>
    public float Probability { get; }

    private protected override Tensor Augment(Tensor images, CallContext context)
    {
        ExpectColors(images);
        return Chosen(images, Probability, context, "gray").Where(ColorAdjustment.Gray(images), images);
    }
}
