namespace Nabla.Tests.Graph;

/// <summary>A step that fails leaves the model as it was.</summary>
public sealed class FailureTests
{
    private readonly Variable _weight = new("weight", Tensor.From(new[,] { { 1f, -1f, 0.5f }, { 0.25f, 2f, -0.5f } }));
    private readonly Variable _steps = new("steps", Tensor.Scalar(0, DType.Int64));

    [Fact]
    public void ATensorOfAnotherTraceIsRefused()
    {
        Tensor? leaked = null;
        Tensor x = Tensor.From([1f, 2f]);
        new CompiledFunction(inputs => [leaked = inputs[0] * 2]).Invoke(x);
        var other = new CompiledFunction(inputs => [inputs[0] + leaked!]);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => other.Invoke(x));
        Assert.Contains("another traced function", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABadLabelChangesNoVariable()
    {
        CompiledFunction step = Step();
        Tensor x = Tensor.From(new[,] { { 1f, 2f }, { 3f, 4f } });
        step.Invoke(x, Tensor.From([0, 2]));
        float[] weight = _weight.Value.ToArray();
        var exception = Assert.Throws<LabelOutOfRangeException>(() => step.Invoke(x, Tensor.From([0, 3])));
        Assert.Equal(1, exception.Row);
        Assert.Equal(weight, _weight.Value.ToArray());
        Assert.Equal(1, _steps.Value.Item<long>());
        step.Invoke(x, Tensor.From([1, 2]));
        Assert.Equal(2, _steps.Value.Item<long>());
        Assert.NotEqual(weight, _weight.Value.ToArray());
    }

    [Fact]
    public void ALossThatIsNoNumberChangesNoVariable()
    {
        CompiledFunction step = Step();
        float[] weight = _weight.Value.ToArray();
        Tensor x = Tensor.From(new[,] { { 1f, float.NaN }, { 3f, 4f } });
        Assert.Throws<NonFiniteException>(() => step.Invoke(x, Tensor.From([0, 1])));
        Assert.Equal(weight, _weight.Value.ToArray());
        Assert.Equal(0, _steps.Value.Item<long>());
    }

    [Fact]
    public void AReplayCanGoOnAfterAFailure()
    {
        Replay replay = Step().Bind(new TensorSpec(DType.Float32, [1, 2]), new TensorSpec(DType.Int32, [1]));
        replay.Input<float>(0).Fill(1);
        replay.Input<int>(1)[0] = 7;
        Assert.Throws<LabelOutOfRangeException>(replay.Run);
        replay.Input<int>(1)[0] = 1;
        replay.Run();
        Assert.True(float.IsFinite(replay.Output<float>(0)[0]));
        Assert.Equal(1, _steps.Value.Item<long>());
    }

    private CompiledFunction Step() => new(inputs =>
    {
        _steps.Value = _steps.Value + 1;
        Tensor loss = inputs[0].MatMul(_weight.Value).CrossEntropy(inputs[1]).Mean().CheckFinite("The loss");
        _weight.Value = _weight.Value - Gradient.Of(loss, _weight.Value)[0] * 0.1;
        return [loss];
    });
}
