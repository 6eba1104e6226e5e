using Nabla.Testing;

namespace Nabla.Tests.Ops.Movement;

public sealed class StopGradientTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => x[0].StopGradient(), [new([3, 5])], new() { HasGradient = false });

    [Fact]
    public void NoGradientFlows()
    {
        Tensor x = Tensor.Zeros(2);
        Assert.Null(Gradient.OfOrNull(x.StopGradient().Sum(), x)[0]);
    }
}
