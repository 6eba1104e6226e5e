namespace Nabla.Tests.Layers.Preprocessing;

public sealed class CategoryModeTests
{
    [Theory]
    [InlineData(CategoryMode.OneHot, new float[] { 0, 1, 0, 0, 1, 0, 0, 0, 1 })]
    [InlineData(CategoryMode.MultiHot, new float[] { 0, 1, 1 })]
    [InlineData(CategoryMode.Count, new float[] { 0, 2, 1 })]
    public void Each_mode_is_its_own(CategoryMode mode, float[] expected) => Assert.Equal(
        expected,
        new CategoryEncoding(3, mode).Apply(Tensor.From(new[,] { { 1, 1, 2 } }), CallContext.Inference).ToArray());
}
