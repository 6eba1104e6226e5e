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
        PaddingWidths.Checked(GetType().Name, padding ?? Padding.Valid, _spatialAxes, nameof(padding));

    /// <summary>A padding that is given as widths, for a layer that has no window.</summary>
    private protected Padding CheckedWidths(Padding padding, string name)
    {
        ArgumentNullException.ThrowIfNull(padding, name);
        return Checked(padding).Kind is PaddingKind.Explicit or PaddingKind.Valid
            ? padding
            : throw new ArgumentException(
                $"{GetType().Name} has no window whose size says what '{padding}' is; give numbers, such as 1.", name);
    }

    /// <summary>The widths before and after each spatial axis.</summary>
    private protected (long[] Before, long[] After) WidthsOf(Padding padding)
    {
        long[] Widths(Axes<long> widths) =>
            [.. Enumerable.Range(0, _spatialAxes).Select(
                axis => widths.Count == 0 ? 0 : widths[widths.Count == 1 ? 0 : axis])];
        return (Widths(padding.Before), Widths(padding.After));
    }
}
