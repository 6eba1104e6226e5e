using Nabla.Data.Formats;

namespace Nabla.Studio.Tests.Seeing;

public sealed class LayerPicturesTests
{
    [Fact]
    public void PicturesStandSideBySide()
    {
        RasterImage grid = PictureGrid.Of([Tensor.From([0f, 1], 1, 2), Tensor.From([3f, 2], 1, 2)], columns: 2);
        Assert.Equal((5, 1, 1), (grid.Width, grid.Height, grid.Channels));
        Assert.Equal<byte>([0, 255, 0, 255, 0], grid.Pixels);
    }

    [Fact]
    public void AHeatMapLeavesTheImageWhereItIsLow()
    {
        RasterImage picture = HeatMap.Over(Tensor.From([0f, 1], 1, 2), Tensor.From([0f, 0], 1, 2));
        Assert.Equal<byte>([0, 0, 0, 255, 255, 255], picture.Pixels);
        RasterImage covered = HeatMap.Over(Tensor.From([0f, 1], 1, 2), Tensor.From([1f, 1], 1, 2));
        Assert.NotEqual<byte>(picture.Pixels, covered.Pixels);
        Assert.Throws<ShapeMismatchException>(() => HeatMap.Over(Tensor.Zeros(1, 2), Tensor.Zeros(2, 2)));
    }

    [Fact]
    public void LayersWithoutFiltersAreNamed() => Assert.Contains(
        "has no kernel", Assert.Throws<ArgumentException>(() => LayerPictures.Filters(new Dense(2))).Message,
        StringComparison.Ordinal);
}
