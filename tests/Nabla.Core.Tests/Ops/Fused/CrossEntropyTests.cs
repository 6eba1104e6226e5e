using Nabla.Backends.Reference;
using Nabla.Graph;
using Nabla.Testing;
using Nabla.Tests.Golden;

namespace Nabla.Tests.Ops.Fused;

public sealed class CrossEntropyTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(17, 10)]
    [InlineData(5, 33)]
    [InlineData(3, 100)]
    public void Proof(int rows, int classes) =>
        OpCheck.Run(x => x[0].CrossEntropy(x[1]), [new([rows, classes], -4, 4), CheckInput.Indices([rows], classes)]);

    [Theory]
    [Golden("cross_entropy")]
    public void MatchesPyTorch(string name) => GoldenCheck.Run(name, (golden, input) =>
    {
        double smoothing = golden.Number("label_smoothing");
        Tensor logits = input("logits"), loss = logits.CrossEntropy(input("labels"));
        loss = smoothing == 0 ? loss : loss * (1 - smoothing) - logits.LogSoftmax().Mean(-1) * smoothing;
        return golden.Text("reduction") switch { "mean" => loss.Mean(), "sum" => loss.Sum(), _ => loss };
    });

    [Fact]
    public void BatchesMayHaveSeveralAxes()
    {
        Tensor logits = Tensor.RandomNormal([2, 3, 5], 1);
        Tensor loss = logits.CrossEntropy(Tensor.RandomInteger([2, 3], 0, 5, 2));
        Assert.Equal([2, 3], loss.Shape);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void ABadLabelIsNamed(int label)
    {
        using LayerScope scope = LayerScope.Enter("loss");
        Tensor loss = Tensor.Zeros(3, 5).CrossEntropy(Tensor.From([0, 4, label]));
        var exception = Assert.Throws<LabelOutOfRangeException>(() => loss.Evaluate());
        Assert.Equal((2, label, 5, "loss"), (exception.Row, exception.Label, exception.Classes, exception.LayerPath));
        Assert.Contains($"the label {label} in row 2, but with 5 classes labels run from 0 to 4",
            exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABadLabelIsNamedByTheDefinitionToo()
    {
        using DeviceScope scope = Device.Use(ReferenceBackend.Instance);
        Tensor loss = Tensor.Zeros(3, 5).CrossEntropy(Tensor.From([0, 5, 1]));
        Assert.Equal(1, Assert.Throws<LabelOutOfRangeException>(() => loss.Evaluate()).Row);
    }

    [Fact]
    public void LabelsMustFitTheRows()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => Tensor.Zeros(3, 5).CrossEntropy(Tensor.From([0, 1])));
        Assert.Contains("labels of shape [3], but got [2]", exception.Message, StringComparison.Ordinal);
    }
}
