namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Repeats the whole tensor along its axes: <c>[a, b]</c> twice is <c>[a, b, a, b]</c>.</summary>
    /// <param name="counts">
    /// How often along each axis; with more counts than axes, leading axes of extent 1 are added.
    /// </param>
    /// <exception cref="ArgumentException">There are fewer counts than axes.</exception>
    public Tensor Tile(params ReadOnlySpan<long> counts)
    {
        if (counts.Length < Rank)
        {
            throw new ArgumentException(
                $"Tile takes a count for each of the {Rank} axes of {Shape} but got {counts.Length}; "
                + "write 1 for axes that stay.", nameof(counts));
        }

        int lead = counts.Length - Rank;
        var apart = new List<long>();
        var repeated = new List<long>();
        var result = new List<long>();
        for (int i = 0; i < counts.Length; i++)
        {
            long extent = i < lead ? 1 : Shape[i - lead];
            apart.AddRange([1, extent]);
            repeated.AddRange([counts[i], extent]);
            result.Add(counts[i] * extent);
        }

        return Reshape(Shape.Create(apart.ToArray()))
            .BroadcastTo(Shape.Create(repeated.ToArray()))
            .Reshape(Shape.Create(result.ToArray()));
    }
}
