using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Layers;

public sealed class LambdaTests
{
    [Fact]
    public void ComputesItsFunction() => Assert.Equal(
        [1, 4], new Lambda(x => x.Square()).Apply(Tensor.From([1f, 2]), CallContext.Inference).ToArray());

    [Fact]
    public void SavingSaysWhatToDoInstead()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential(new Dense(2), new Lambda(x => x * 2));
        model.Build(3);

        var exception = Assert.Throws<NotSupportedException>(() => model.Save(folder["model.nabla"]));
        Assert.Contains("Lambda '1' holds a function", exception.Message);
        Assert.Contains("Activation.Define", exception.Message);
        Assert.False(File.Exists(folder["model.nabla"]));
    }
}
