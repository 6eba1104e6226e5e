namespace Nabla.Tests.Losses;

public sealed class CrossEntropyTests
{
    private static readonly Tensor s_logits = Tensor.From([1f, 2, 3, 1, 0, 0], 2, 3);

    [Fact]
    public void LabelsAndOneHotTargetsGiveTheSame()
    {
        Tensor labels = Tensor.From([2, 0]), oneHot = Tensor.From([0f, 0, 1, 1, 0, 0], 2, 3);
        foreach (double smoothing in new[] { 0, 0.2 })
        {
            var loss = new CrossEntropy(smoothing);
            Assert.Equal(loss.Call(s_logits, labels).Item<float>(), loss.Call(s_logits, oneHot).Item<float>(), 1e-6f);
        }
    }

    [Fact]
    public void LabelsMayBeBytes() =>
        Assert.Equal(
            new CrossEntropy().Call(s_logits, Tensor.From([2, 0])).Item<float>(),
            new CrossEntropy().Call(s_logits, Tensor.From([(byte)2, (byte)0])).Item<float>());

    [Fact]
    public void AColumnOfLabelsIsRefusedWithAdvice()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new CrossEntropy().Call(s_logits, Tensor.From([2, 0], 2, 1)));

        Assert.Contains("expects labels of shape [2] for logits [2, 3] but got [2, 1]", exception.Message);
        Assert.Contains("labels.Reshape([2])", exception.Message);
        Assert.Equal([new Shape[] { [2, 3], [2, 1] }], [exception.Shapes]);
    }

    [Fact]
    public void FloatingLabelsAreRefusedWithAdvice()
    {
        var exception = Assert.Throws<DTypeMismatchException>(
            () => new CrossEntropy().Call(s_logits, Tensor.From([2f, 0])));
        Assert.Contains("Cast(DType.Int32)", exception.Message);
    }

    [Fact]
    public void ALabelThatNamesNoClassIsFoundWhenItRuns()
    {
        var exception = Assert.Throws<LabelOutOfRangeException>(
            () => new CrossEntropy().Call(s_logits, Tensor.From([2, 3])).Item<float>());
        Assert.Contains("label 3", exception.Message);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void SmoothingIsAShare(double smoothing) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CrossEntropy(smoothing));
}
