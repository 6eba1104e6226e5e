namespace Nabla;

/// <summary>Makes colored images gray, while training and while predicting.</summary>
/// <remarks>Computes <c>0.299 R + 0.587 G + 0.114 B</c> (ITU-R BT.601).</remarks>
[Component("grayscale")]
public sealed class Grayscale : ImageLayer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="outputChannels">Channels of the result: 1, or 3 that are the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of channels is neither 1 nor 3.</exception>
    public Grayscale(int outputChannels = 1)
    {
        if (outputChannels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(
                nameof(outputChannels), outputChannels,
                "A gray image has 1 channel, or 3 for a model of colored ones.");
        }

        OutputChannels = outputChannels;
    }

    /// <summary>Channels of the result.</summary>
    public int OutputChannels { get; }

    private protected override Tensor Change(Tensor images, CallContext context)
    {
        ExpectColors(images);
        return OutputChannels == 1 ? ColorAdjustment.Luminance(images) : ColorAdjustment.Gray(images);
    }
}
