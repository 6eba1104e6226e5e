using Nabla.Testing;

namespace Nabla.Tests.Ops.Fused;

public sealed class LabelCheckTests
{
    [Fact]
    public void Proof() => OpCheck.Run(x => new LabelCheckOp("Loss", 5).Apply(x[0]), [CheckInput.Indices([7], 5)]);
}
