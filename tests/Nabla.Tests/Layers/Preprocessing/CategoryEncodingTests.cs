namespace Nabla.Tests.Layers.Preprocessing;

public sealed class CategoryEncodingTests
{
    [Fact]
    public void Shapes_are_those_of_Keras()
    {
        Assert.Equal([4, 7], ShapeOf(CategoryMode.OneHot, [4]));
        Assert.Equal([4, 7], ShapeOf(CategoryMode.OneHot, [4, 1]));
        Assert.Equal([4, 3, 7], ShapeOf(CategoryMode.OneHot, [4, 3]));
        Assert.Equal([4, 7], ShapeOf(CategoryMode.MultiHot, [4, 3]));
        Assert.Equal([4, 5, 7], ShapeOf(CategoryMode.Count, [4, 5, 3]));
    }

    [Fact]
    public void Strange_numbers_give_nothing() => Assert.Equal(
        [0, 1, 0],
        new CategoryEncoding(3).Apply(Tensor.From(new[,] { { -1, 1, 3 } }), CallContext.Inference).ToArray());

    [Fact]
    public void Its_configuration_comes_back()
    {
        var layer = new CategoryEncoding(5, CategoryMode.Count);
        var again = ComponentJson.Read<CategoryEncoding>(ComponentJson.Write(layer));
        Assert.Equal((5, CategoryMode.Count), (again.Tokens, again.Mode));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        Assert.Contains("put a Discretization before it", Assert.Throws<DTypeMismatchException>(
            () => new CategoryEncoding(3).Apply(Tensor.Zeros(2, 2), CallContext.Inference)).Message);
        Assert.Contains("use CategoryMode.OneHot", Assert.Throws<ShapeMismatchException>(
            () => new CategoryEncoding(3).Apply(Tensor.From([1]), CallContext.Inference)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CategoryEncoding(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CategoryEncoding(1, (CategoryMode)9));
    }

    private static Shape ShapeOf(CategoryMode mode, Shape shape) =>
        new CategoryEncoding(7, mode).Apply(Tensor.Zeros(shape).Cast(DType.Int32), CallContext.Inference).Shape;
}
