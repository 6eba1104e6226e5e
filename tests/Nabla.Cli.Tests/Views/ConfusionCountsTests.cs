using Nabla.Cli.Views;

namespace Nabla.Cli.Tests.Views;

public sealed class ConfusionCountsTests
{
    [Fact]
    public void ItCounts_AndKnowsTheRecall()
    {
        ConfusionCounts matrix = new(3, truth: [0, 0, 0, 1, 1], predicted: [0, 0, 2, 1, 0]);

        Assert.Equal((2, 1, 1, 1, 0), (matrix[0, 0], matrix[0, 2], matrix[1, 0], matrix[1, 1], matrix[2, 2]));
        Assert.Equal(2.0 / 3, matrix.Recall(0)!.Value, 1e-12);
        Assert.Equal(0.5, matrix.Recall(1)!.Value, 1e-12);
        Assert.Null(matrix.Recall(2));
    }
}
