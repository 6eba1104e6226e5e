using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class LeNet5Tests
{
    [Fact]
    public void HasAsManyParametersAsPublished()
    {
        Assert.Equal(61_706, ModelCheck.Parameters(LeNet5.Create([28, 28, 1])));
        Assert.Equal(61_706, ModelCheck.Parameters(LeNet5.Create([32, 32, 1])));
    }

    [Fact]
    public void LearnsStripes() => SmallImages.LearnedBy(LeNet5.Create([28, 28, 1], classes: 2, seed: 1), steps: 150);
}
