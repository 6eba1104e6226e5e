namespace Nabla.Tests.Losses;

public sealed class LossTests
{
    public static TheoryData<Loss> ElementwiseLosses =>
        [new MeanSquaredError(), new MeanAbsoluteError(), new BinaryCrossEntropy()];

    [Theory]
    [MemberData(nameof(ElementwiseLosses))]
    public void TargetsThatWouldBroadcastAreRefused(Loss loss)
    {
        var exception = Assert.Throws<ShapeMismatchException>(() => loss.Call(Tensor.Zeros(32, 1), Tensor.Zeros(32)));

        Assert.Contains(
            $"{loss} expects targets of the shape of the predictions, [32, 1], but got [32]", exception.Message);
        Assert.Contains("reshape the targets to [32, 1]", exception.Message);
    }

    [Theory]
    [MemberData(nameof(ElementwiseLosses))]
    public void TargetsTakeTheTypeOfPredictions(Loss loss) =>
        Assert.Equal(DType.Float64, loss.Call(Tensor.Full([2], 0.5, DType.Float64), Tensor.From([true, false])).DType);

    [Fact]
    public void WholePredictionsAreRefused() =>
        Assert.Throws<DTypeMismatchException>(
            () => new MeanSquaredError().Call(Tensor.From([1, 2]), Tensor.From([1, 2])));
}
