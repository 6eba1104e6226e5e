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
    public void GridsThatAreTooLargeAreRefused()
    {
        Tensor picture = Tensor.Zeros(2, 2);
        Assert.Contains(
            "smaller gap",
            Assert.Throws<ArgumentException>(() => PictureGrid.Of([picture, picture], gap: int.MaxValue)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => PictureGrid.Of([null!]));
    }

    [Fact]
    public void AHeatMapLeavesTheImageWhereItIsLow()
    {
        RasterImage picture = HeatMap.Over(Tensor.From([0f, 1], 1, 2), Tensor.From([0f, 0], 1, 2));
        Assert.Equal<byte>([0, 0, 0, 255, 255, 255], picture.Pixels);
        RasterImage covered = HeatMap.Over(Tensor.From([0f, 1], 1, 2), Tensor.From([1f, 1], 1, 2));
        Assert.NotEqual<byte>(picture.Pixels, covered.Pixels);
        Assert.Throws<ShapeMismatchException>(() => HeatMap.Over(Tensor.Zeros(1, 2), Tensor.Zeros(2, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeatMap.Over(Tensor.Zeros(1, 2), Tensor.Zeros(1, 2), 2));
    }

    [Fact]
    public void FiltersAreFieldsOfTheKernel()
    {
        var convolution = new Conv2D(2, 2) { Name = "edges" };
        var model = new Sequential(convolution);
        model.Build([3, 3, 1]);
        // Filters are last in memory: the first is 0 1 / 0 1, the second 3 3 / 0 0.
        convolution.Parameters[0].Value = Tensor.From([0f, 3, 1, 3, 0, 0, 1, 0], 2, 2, 1, 2);

        RasterImage picture = LayerPictures.Filters(convolution);
        Assert.Equal((5, 2, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal<byte>([0, 255, 0, 255, 255, 0, 255, 0, 0, 0], picture.Pixels);
    }

    [Fact]
    public void TransposedConvolutionsHaveAFieldForEachFilterToo()
    {
        var convolution = new Conv2DTranspose(5, 2);
        new Sequential(convolution).Build([3, 3, 1]);
        Assert.Equal((8, 5), (LayerPictures.Filters(convolution).Width, LayerPictures.Filters(convolution).Height));
    }

    [Fact]
    public void MapsAreWhatAConvolutionMakesOfAnImage()
    {
        var convolution = new Conv2D(1, 2, useBias: false) { Name = "edges" };
        var model = new Sequential(convolution, new Flatten(), new Dense(2));
        model.Build([2, 3, 1]);
        convolution.Parameters[0].Value = Tensor.From([-1f, 1, -1, 1], 2, 2, 1, 1);

        // A bright right column: an edge there, and none on the left.
        RasterImage picture = LayerPictures.Maps(model, Tensor.From([0f, 0, 1, 0, 0, 1], 2, 3, 1));
        Assert.Equal((2, 1, 1), (picture.Width, picture.Height, picture.Channels));
        Assert.Equal<byte>([0, 255], picture.Pixels);
    }

    [Fact]
    public void LayersWithoutFiltersAreNamed() => Assert.Contains(
        "has no kernel", Assert.Throws<ArgumentException>(() => LayerPictures.Filters(new Dense(2))).Message,
        StringComparison.Ordinal);
}
