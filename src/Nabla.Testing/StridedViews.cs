namespace Nabla.Testing;

/// <summary>The same numbers in other layouts, so that an operation sees strides, offsets and negative steps.</summary>
internal static class StridedViews
{
    public static readonly (string How, Func<Tensor, Tensor> View)[] All =
    [
        ("transposed", Transposed), ("sliced", Sliced), ("reversed", Reversed),
    ];

    private static Tensor Transposed(Tensor x)
    {
        int[] order = [.. Enumerable.Range(0, x.Rank).Reverse()];
        return x.Rank < 2 ? x : x.Permute(order).MultiplyByOne().Evaluate().Permute(order);
    }

    // Every other element of a larger tensor, not from the start.
    private static Tensor Sliced(Tensor x)
    {
        if (x.Rank == 0)
        {
            return x;
        }

        Tensor apart = Tensor.Concat([x.ExpandAxis(-1).ZerosLike(), x.ExpandAxis(-1)], axis: -1);
        Tensor wide = apart.Flatten(x.Rank - 1).Evaluate();
        return wide.Slice(-1, 1.., step: 2);
    }

    private static Tensor Reversed(Tensor x) => x.Rank == 0 ? x : x.Flip().MultiplyByOne().Evaluate().Flip();

    /// <summary>Makes a view's numbers lie in memory of their own.</summary>
    private static Tensor MultiplyByOne(this Tensor view) => Tensor.Concat([view, view[..0]]);
}
