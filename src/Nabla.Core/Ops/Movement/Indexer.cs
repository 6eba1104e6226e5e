using System.Runtime.CompilerServices;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>A part of this tensor; costs no memory.</summary>
    /// <param name="indices">One for each axis, from the first on; see <see cref="TensorIndex"/>. Axes that are not
    /// named stay whole.</param>
    /// <exception cref="ArgumentException">There are more indices than axes, or more than one ellipsis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index or a range lies outside its axis.</exception>
    /// <example><code>
    /// Tensor row = x[0], inner = x[1..^1, 1..^1], everyOther = x[.., (.., 2)];
    /// </code></example>
    [IndexerName("Part")] // Item is the method that reads a single number.
    public Tensor this[params ReadOnlySpan<TensorIndex> indices]
    {
        get
        {
            int named = CheckIndices(indices), axis = 0;
            SliceOp slice = SliceOp.Whole(Shape);
            var extents = new List<long>(Rank);
            foreach (TensorIndex index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndexKind.NewAxis:
                        extents.Add(1);
                        break;
                    case TensorIndexKind.Ellipsis:
                        extents.AddRange(Shape.Extents.Slice(axis, Rank - named));
                        axis += Rank - named;
                        break;
                    case TensorIndexKind.Element:
                        slice = slice.With(axis, Shape, Element(index, axis), 1);
                        axis++;
                        break;
                    default:
                        slice = slice.With(axis, Shape, index.Range, index.Step);
                        extents.Add(slice.Counts[axis++]);
                        break;
                }
            }

            extents.AddRange(Shape.Extents[axis..]);
            return (slice.IsWhole(Shape) ? this : slice.Apply(this)).Reshape(Shape.Create(extents.ToArray()));
        }
    }

    private int CheckIndices(ReadOnlySpan<TensorIndex> indices)
    {
        int named = 0, ellipses = 0;
        foreach (TensorIndex index in indices)
        {
            named += index.Kind is TensorIndexKind.Element or TensorIndexKind.Range ? 1 : 0;
            ellipses += index.Kind is TensorIndexKind.Ellipsis ? 1 : 0;
        }

        return ellipses > 1 || named > Rank
            ? throw new ArgumentException(
                $"{named} indices{(ellipses > 1 ? $" and {ellipses} ellipses" : "")} do not fit {Spec}, "
                + $"which has {Rank} axes; name each axis at most once, and write at most one ellipsis.",
                nameof(indices))
            : named;
    }

    private Range Element(TensorIndex index, int axis)
    {
        long extent = Shape[axis];
        Index place = index.Range.Start;
        long offset = place.IsFromEnd ? extent - place.Value : place.Value;
        return offset >= 0 && offset < extent
            ? place..(place.IsFromEnd ? Index.FromEnd(place.Value - 1) : Index.FromStart(place.Value + 1))
            : throw new ArgumentOutOfRangeException(
                nameof(index), $"Axis {axis} of {Shape} has no element {place}; its elements are "
                + $"{(extent == 0 ? "none" : $"0 to {extent - 1}, or ^{extent} to ^1 from the end")}.");
    }
}
