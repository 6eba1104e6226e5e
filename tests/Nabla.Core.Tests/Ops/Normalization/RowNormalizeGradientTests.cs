using Nabla.Testing;

namespace Nabla.Tests.Ops.Normalization;

public sealed class RowNormalizeGradientTests
{
    [Theory]
    [InlineData(3, 5)]
    [InlineData(2, 70)]
    public void Proof(int rows, int features)
    {
        CheckInput[] inputs =
            [new([rows, features]), new([features]), new([rows, features]), new([rows], 0.5, 2), new([rows])];
        for (int output = 0; output < 3; output++)
        {
            int chosen = output;
            OpCheck.Run(
                x => new RowNormalizeGradientOp(true).Record([.. x]).Outputs[chosen], inputs,
                new() { ToleranceFactor = 16 });
        }

        OpCheck.Run(
            x => new RowNormalizeGradientOp(false).Record([.. x]).Outputs[0], inputs[..4],
            new() { ToleranceFactor = 16 });
    }
}
