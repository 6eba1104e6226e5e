namespace Nabla.Tests.Graph;

/// <summary>What a handle promises: laziness, immutability, letting go of graphs.</summary>
public sealed class HandleTests
{
    [Fact]
    public void NothingRunsUntilItIsAskedFor()
    {
        Tensor bad = Tensor.Zeros(2).Gather(Tensor.From([5]));
        Assert.False(bad.IsEvaluated);
        Assert.Equal([1], bad.Shape);
        Assert.Throws<IndexOutOfBoundsException>(() => bad.ToArray());
    }

    [Fact]
    public void EvaluatedTensorsDropTheirGraph()
    {
        Tensor y = (Tensor.From([1f, 2f]) + 1) * 2;
        Assert.NotNull(y.Node);
        Assert.Equal([4f, 6f], y.ToArray());
        Assert.Null(y.Node);
        Assert.True(y.IsEvaluated);
    }

    [Fact]
    public void TensorsWantedTogetherAreEvaluatedTogether()
    {
        Tensor x = Tensor.From([1f, 2f]) * 3, y = x + 1, z = x.Exp();
        Tensor.Evaluate(y, z);
        Assert.True(y.IsEvaluated && z.IsEvaluated);
        Assert.False(x.IsEvaluated);
    }

    [Fact]
    public void AHandleTakenBeforeAStepKeepsItsNumbers()
    {
        var weight = new Variable("weight", Tensor.From([1f, 2f]));
        var step = new CompiledFunction(_ =>
        {
            weight.Value = weight.Value * 2;
            return [];
        });
        Tensor before = weight.Value;
        step.Invoke();
        Tensor between = weight.Value;
        step.Invoke();
        step.Invoke();
        Assert.Equal([1f, 2f], before.ToArray());
        Assert.Equal([2f, 4f], between.ToArray());
        Assert.Equal([8f, 16f], weight.Value.ToArray());
    }

    [Fact]
    public void AnExpressionOfAVariableKeepsTheValueItWasMadeFrom()
    {
        var weight = new Variable("weight", Tensor.From([1f, 2f]));
        Tensor doubled = weight.Value * 2;
        new CompiledFunction(_ =>
        {
            weight.Value = weight.Value + 10;
            return [];
        }).Invoke();
        Assert.Equal([2f, 4f], doubled.ToArray());
    }

    [Fact]
    public void AReadAfterAnAssignmentSeesTheAssignedValue()
    {
        var counter = new Variable("counter", Tensor.Scalar(1f));
        Tensor[] results = new CompiledFunction(_ =>
        {
            Tensor old = counter.Value;
            counter.Value = old + 1;
            return [old + 0, counter.Value * 10];
        }).Invoke();
        Assert.Equal((1f, 20f, 2f), (results[0].Item<float>(), results[1].Item<float>(), counter.Value.Item<float>()));
    }

    [Fact]
    public void VariablesMaySwap()
    {
        var a = new Variable("a", Tensor.From([1f, 2f]));
        var b = new Variable("b", Tensor.From([3f, 4f]));
        var swap = new CompiledFunction(_ =>
        {
            (a.Value, b.Value) = (b.Value, a.Value);
            return [];
        });
        swap.Invoke();
        Assert.Equal([3f, 4f], a.Value.ToArray());
        Assert.Equal([1f, 2f], b.Value.ToArray());
        swap.Invoke();
        Assert.Equal([1f, 2f], a.Value.ToArray());
    }

    [Fact]
    public void AVariableKeepsShapeAndType()
    {
        var weight = new Variable("weight", Tensor.Zeros(2));
        Assert.Throws<ShapeMismatchException>(() => weight.Value = Tensor.Zeros(3));
        Assert.Throws<DTypeMismatchException>(() => weight.Value = Tensor.From([1.0, 2.0]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AHandWrittenLoopDoesNotCarryItsHistory(bool readsLoss)
    {
        var weight = new Variable("weight", Tensor.Zeros(1, 1));
        Tensor x = Tensor.From([1f, 2f, 3f], [3, 1]), y = x * 2;
        for (int step = 0; step < 2000; step++)
        {
            Tensor w = weight.Value;
            Tensor loss = (x.MatMul(w) - y).Square().Mean();
            weight.Value = w - 0.05 * Gradient.Of(loss, w)[0];
            if (readsLoss)
            {
                Assert.True(loss.Item<float>() >= 0);
                Assert.True(weight.Value.IsEvaluated);
            }
        }

        Assert.Equal(2, weight.Value.Item<float>(), 1e-4);
    }
}
