namespace Nabla.Tests.Backends.Cpu.Programs;

public sealed class ContractionKernelTests
{
    // Sums of numbers of both signs lose digits that no order of adding keeps.
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 4, 5)]
    [InlineData(32, 16, 8)]
    [InlineData(40, 1, 7)]
    [InlineData(1, 9, 7)]
    [InlineData(65, 33, 129)]
    [InlineData(20, 10, 3000)]
    public void EpiloguesRunOnBlocks(int m, int n, int k)
    {
        Tensor a = BothBackends.Values([m, k], 1) * 0.1, b = BothBackends.Values([k, n], 2);
        Tensor bias = BothBackends.Values([n], 3);
        Tensor grid = BothBackends.Values([m, n], 4), turned = BothBackends.Values([n, m], 5);
        BothBackends.Agree(() => a.MatMul(b), Tolerance);
        BothBackends.Agree(() => (a.MatMul(b) + bias).Relu(), Tolerance);
        BothBackends.Agree(() => (grid > 0).Where(a.MatMul(b) * grid, 0), Tolerance);
        BothBackends.Agree(() => a.MatMul(b) + turned.Transpose(), Tolerance);
        BothBackends.Agree(() => a.MatMul(b) * Tensor.RandomUniform([m, n], 3), Tolerance);
        BothBackends.Agree(
            () => (a.Cast(DType.Float64).MatMul(b.Cast(DType.Float64)) + bias.Cast(DType.Float64)).Tanh(), 1e-12);
    }

    [Fact]
    public void BatchesAndTransposes()
    {
        Tensor a = BothBackends.Values([3, 1, 9, 20], 1), b = BothBackends.Values([4, 20, 17], 2);
        BothBackends.Agree(() => a.MatMul(b) + 1, Tolerance);
        BothBackends.Agree(() => b.Transpose().MatMul(a.Transpose()), Tolerance);
    }

    [Fact]
    public void ThreadsDoNotChangeBits()
    {
        Tensor a = BothBackends.Values([130, 300], 1), b = BothBackends.Values([300, 210], 2);
        Tensor bias = BothBackends.Values([210], 3);
        BothBackends.AgreeOnThreads(() => (a.MatMul(b) + bias).Sigmoid());
    }
}
