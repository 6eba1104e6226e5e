namespace Nabla;

/// <summary>A layer on sequences, images or volumes, channels last, that keeps batch and channels.</summary>
/// <remarks>Takes [batch, spatial…, channels]; bytes and other integers become floats of the same size.</remarks>
public abstract class SpatialLayer : Layer
{
    private static readonly string[] s_forms =
        ["[batch, time, channels]", "[batch, height, width, channels]", "[batch, depth, height, width, channels]"];

    private readonly int _spatialAxes;

    private protected SpatialLayer(int spatialAxes) => _spatialAxes = spatialAxes;

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rank == _spatialAxes + 2
            ? Change(x)
            : throw new ShapeMismatchException(
                $"{Subject} takes {s_forms[_spatialAxes - 1]} but got {x.Shape}; "
                + (x.Rank == _spatialAxes + 1
                    ? "insert the axis that is missing with ExpandAxis."
                    : $"take {GetType().Name[..^2]}{Math.Clamp(x.Rank - 2, 1, s_forms.Length)}D, or reshape it."),
                x.Shape);
    }

    /// <summary>The layer's function.</summary>
    /// <param name="x">[batch, spatial…, channels], with as many spatial axes as the layer has.</param>
    private protected abstract Tensor Change(Tensor x);

    /// <summary>Numbers of 1 or more, one for each spatial axis or one for all.</summary>
    private protected Axes<long> Checked(Axes<long> numbers, string name, bool mayBeNone = false)
    {
        bool hasCount = numbers.Count == 1 || numbers.Count == _spatialAxes || (numbers.Count == 0 && mayBeNone);
        return hasCount && !numbers.Span.ContainsAnyInRange(long.MinValue, 0)
            ? numbers
            : throw new ArgumentException(
                $"{GetType().Name} takes for {name} one number of 1 or more"
                + (_spatialAxes == 1 ? "" : $", or {_spatialAxes} of them,") + $" but got {numbers}.", name);
    }

    /// <summary>A padding with widths for the layer's axes; null is none.</summary>
    private protected Padding Checked(Padding? padding) =>
        padding is null || padding.Kind is not PaddingKind.Explicit || padding.Before.Count == 1
            || padding.Before.Count == _spatialAxes
            ? padding ?? Padding.Valid
            : throw new ArgumentException(
                $"{GetType().Name} takes one width of padding for all axes or one for each of {_spatialAxes}, but got "
                + $"{padding}.", nameof(padding));
}
