namespace Nabla;

/// <summary>Sets whole channels to zero at random while training, since neighbours in one tell the same.</summary>
/// <remarks>
/// For [batch, time, channels], [batch, height, width, channels] and so on: each channel of each example is 0 with
/// probability <c>rate</c> and divided by <c>1 − rate</c> otherwise, anew in every step; while predicting, nothing
/// happens. Keras has it as SpatialDropout1D to 3D, PyTorch as Dropout1d to 3d.
/// Source: J. Tompson et al., Efficient object localization using convolutional networks, 2015.
/// </remarks>
[Component("spatial_dropout")]
public sealed class SpatialDropout : Layer
{
    /// <summary>Creates the layer.</summary>
    /// <param name="rate">The share of channels that become zero: 0 or more, less than 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of range.</exception>
    public SpatialDropout(double rate) => Rate = DropoutRate.Check(rate, nameof(SpatialDropout));

    /// <summary>The share of channels that become zero.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) // x: [batch, …, channels]
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(context);
        if (x.Rank < 3)
        {
            throw new ShapeMismatchException(
                $"{Subject} expects [batch, …, channels] with at least one axis between but got {x.Shape}; "
                + "use Dropout for features without places.", x.Shape);
        }

        if (!context.IsTraining || Rate == 0)
        {
            return x;
        }

        long[] channels = [.. Enumerable.Repeat(1L, x.Rank)];
        (channels[0], channels[^1]) = (x.Shape[0], x.Shape[-1]);
        Tensor isKept = Tensor.RandomUniform(Shape.Create(channels), context.Key("mask"), context.Step) >= Rate;
        return isKept.Where(x * (1 / (1 - (double)Rate)), 0);
    }
}
