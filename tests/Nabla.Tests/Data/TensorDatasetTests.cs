namespace Nabla.Tests.Data;

public sealed class TensorDatasetTests
{
    private static readonly TensorDataset s_data = new(
        Tensor.From([0f, 1, 10, 11, 20, 21, 30, 31], 4, 2), Tensor.From([0, 1, 2, 3]));

    [Fact]
    public void ExamplesAreFoundByNumber()
    {
        (Tensor input, Tensor target) = s_data[2];
        Assert.Equal([20f, 21], input.ToArray());
        Assert.Equal(2, target.Item<int>());
        Assert.Equal(4, s_data.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data[4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data[-1]);
    }

    [Fact]
    public void PartsAreSetsToo()
    {
        Assert.Equal([0, 1], Targets(s_data.Take(2)));
        Assert.Equal([3], Targets(s_data.Skip(3)));
        Assert.Equal([3, 3, 0], Targets(s_data.Select(3, 3, 0)));
        Assert.Equal([2], Targets(s_data.Skip(1).Select(1)));
        Assert.Equal(4, s_data.Take(9).Count);
        Assert.Equal(0, s_data.Skip(9).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data.Select(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data.Take(-1));

        (Dataset first, Dataset second) = s_data.Split(0.75);
        Assert.Equal(3, first.Count);
        Assert.Equal([0, 1, 2, 3], Targets(first).Concat(Targets(second)).Order());
        Assert.Throws<ArgumentOutOfRangeException>(() => s_data.Split(1.5));
    }

    [Fact]
    public void ATransformIsWhatTheModelSees()
    {
        Dataset bytes = new TensorDataset(Tensor.From([(byte)0, (byte)255], 2, 1), Tensor.From([0, 1]))
            .Map(x => x.Cast(DType.Float32) / 255);
        Assert.Equal(DType.UInt8, bytes.InputSpec.DType);
        Assert.Equal([1f], bytes[1].Input.ToArray());
        Assert.Equal([1f], bytes.Skip(1)[0].Input.ToArray());
    }

    [Fact]
    public void EveryInputHasItsTarget()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => new TensorDataset(Tensor.Zeros(3, 2), Tensor.Zeros(4)));
        Assert.Contains("3 inputs but 4 targets", exception.Message);
        Assert.Throws<ShapeMismatchException>(() => new TensorDataset(Tensor.Scalar(1f), Tensor.Scalar(1f)));
    }

    [Fact]
    public void LaterChangesOfASourceAreNotSeen()
    {
        float[] source = [1, 2];
        var data = new TensorDataset(Tensor.From(source, 2, 1), Tensor.From([0, 1]));
        source[0] = 9;
        Assert.Equal(1f, data[0].Input.Item<float>());
    }

    private static int[] Targets(Dataset data) =>
        data.Read([.. Enumerable.Range(0, data.Count)]).Target.ToArray<int>();
}
