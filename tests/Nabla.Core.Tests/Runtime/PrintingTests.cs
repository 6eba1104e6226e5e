namespace Nabla.Tests.Runtime;

public sealed class PrintingTests
{
    [Fact]
    public void NumbersAreAligned()
    {
        Assert.Equal(
            "[[1., 2., 3.],\n [4., 5., 6.]] float32[2, 3]", Tensor.From([1f, 2, 3, 4, 5, 6], [2, 3]).ToString());
        Assert.Equal("[0.00, 0.25, 1.50] float32[3]", Tensor.From([0f, 0.25f, 1.5f]).ToString());
        Assert.Equal("[  1, -20] int32[2]", Tensor.From([1, -20]).ToString());
        Assert.Equal("[ true, false] bool[2]", Tensor.From([true, false]).ToString());
        Assert.Equal("0.3333 float64[]", Tensor.Scalar(1 / 3.0, DType.Float64).ToString());
        Assert.Equal("[] float32[0]", Tensor.Zeros(0).ToString());
    }

    [Fact]
    public void ScalesFarApartHaveExponents()
    {
        Tensor x = Tensor.From([1e-7f, 3, float.NaN, float.PositiveInfinity]);
        Assert.Equal("[1.0000e-07, 3.0000e+00,        NaN,          ∞] float32[4]", x.ToString());
    }

    [Fact]
    public void LongTensorsAreSummarised()
    {
        Assert.Equal("[   0,    1,    2, ..., 1997, 1998, 1999] int32[2000]", Tensor.Arange(2000).ToString());
        Assert.Equal(7, Tensor.Arange(2000).Reshape(40, 50).ToString().Split('\n').Length);
        Assert.Equal(
            "[[  0],\n [  1],\n [  2],\n ...,\n [497],\n [498],\n [499]] int32[500, 1]",
            Tensor.Arange(500).Reshape(500, 1).ToString());
        Assert.Equal(7, Tensor.Zeros(101, 3).ToString().Split('\n').Length);
        Assert.Equal(100, Tensor.Zeros(100, 3).ToString().Split('\n').Length);
        Assert.DoesNotContain("...", Tensor.Zeros(1000).ToString(), StringComparison.Ordinal);
        Assert.Equal("[] float32[500, 0]", Tensor.Zeros(500, 0).ToString());
    }

    [Fact]
    public void InsideATraceThereAreNoNumbersYet()
    {
        string? printed = null;
        new CompiledFunction(x =>
        {
            printed = (x[0] * 2).ToString();
            return [x[0]];
        }).Invoke(Tensor.Zeros(2));
        Assert.Equal("float32[2] computed by Multiply in a traced function", printed);
    }

    [Fact]
    public void ADebuggerViewComputesNothing()
    {
        Tensor x = Tensor.From([1f, 2f]) + 1;
        var view = new Nabla.Runtime.TensorDebugView(x);
        Assert.Empty(view.Elements);
        Assert.Contains("Add", view.Operation, StringComparison.Ordinal);
        Assert.False(x.IsEvaluated);
        Assert.Equal(new[] { 2f, 3f }, new Nabla.Runtime.TensorDebugView(x.Evaluate()).Elements);
    }
}
