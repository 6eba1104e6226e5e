using Nabla.Backends.Cpu.Kernels.Contraction;

namespace Nabla.Tests.Backends.Cpu.Kernels.Contraction;

public sealed class MatrixProductPlanTests
{
    // Kernel gradients of 1×1 convolutions and dense layers: images [pixels, m] transposed, by gradients [pixels, n].
    [Theory]
    [InlineData(64, 256, 25_088, 128, 64, 256)]
    [InlineData(256, 64, 25_088, 128, 256, 64)]
    [InlineData(1024, 256, 1568, 128, 256, 256)]
    [InlineData(784, 512, 64, 64, 196, 256)]
    public void A_transposed_left_side_is_packed_in_blocks_with_the_right(
        int m, int n, int k, int depth, int rows, int columns)
    {
        var plan = Plan(m, n, k, new MatrixStrides(1, m), new MatrixStrides(n, 1));

        Assert.True(plan.PacksLeft);
        Assert.True(plan.PacksRight);
        Assert.False(plan.SharesPackedRight);
        Assert.Equal((depth, rows, columns), (plan.DepthBlock, plan.RowBlock, plan.ColumnBlock));
    }

    [Theory]
    [InlineData(16, 256, 5000)]
    [InlineData(256, 40, 5000)]
    public void Few_rows_or_columns_are_not_worth_it(int m, int n, int k)
    {
        var plan = Plan(m, n, k, new MatrixStrides(1, m), new MatrixStrides(n, 1));

        Assert.False(plan.PacksLeft);
        Assert.Equal(360, plan.DepthBlock);
    }

    // Rows of B a kibibyte apart crowd the nearest cache whatever the width of vectors, those of 96 columns nowhere; a
    // B of many megabytes is packed in any case.
    [Theory]
    [InlineData(196, 96, 256, false)]
    [InlineData(196, 256, 256, true)]
    [InlineData(16, 256, 256, false)]
    [InlineData(49, 520, 2048, true)]
    public void A_right_side_that_crowds_or_leaves_the_cache_is_packed(int m, int n, int k, bool packs)
    {
        Assert.Equal(packs, Plan(m, n, k, new MatrixStrides(k, 1), new MatrixStrides(n, 1)).PacksRight);
    }

    // Few columns, or an A of many megabytes; neither short rows nor rows that crowd each other out of the caches.
    [Theory]
    [InlineData(3136, 64, 256, true)]
    [InlineData(3136, 64, 32, false)]
    [InlineData(3136, 128, 256, false)]
    [InlineData(25_088, 128, 256, true)]
    [InlineData(1568, 64, 1024, false)]
    [InlineData(64, 64, 256, false)]
    public void Rows_from_afar_are_fetched_ahead(int m, int n, int k, bool fetches)
    {
        Assert.Equal(fetches, Plan(m, n, k, new MatrixStrides(k, 1), new MatrixStrides(n, 1)).FetchesRows);
    }

    private static MatrixProductPlan Plan(int m, int n, int k, MatrixStrides left, MatrixStrides right) =>
        new(new MatrixProductShape(m, n, k, left, right), sizeof(float), false, new MatrixProductChoices());
}
