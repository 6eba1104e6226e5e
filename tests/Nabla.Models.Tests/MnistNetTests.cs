using Nabla.Models;

namespace Nabla.Tests.Models;

public sealed class MnistNetTests
{
    [Fact]
    public void HasAsManyParametersAsItSays() =>
        Assert.Equal(140_458, ModelCheck.Parameters(MnistNet.Create([28, 28, 1])));

    [Fact]
    public void LearnsStripes() =>
        SmallImages.LearnedBy(MnistNet.Create([28, 28, 1], classes: 2, augment: false, seed: 1), steps: 30);

    [Fact]
    public void ImagesAreChangedWhileTrainingOnly()
    {
        Functional plain = MnistNet.Create([12, 12, 1], augment: false, dropout: 0);
        Functional changing = MnistNet.Create([12, 12, 1], dropout: 0);
        plain.Build();
        changing.Build();
        plain.CopyWeights(changing);
        Tensor x = Tensor.RandomUniform([4, 12, 12, 1], 3);

        Assert.Equal(plain.Predict(x).ToArray(), changing.Predict(x).ToArray());
        CallContext training = CallContext.Training(Tensor.Scalar(1, DType.Int64));
        Assert.NotEqual(plain.Apply(x, training).ToArray(), changing.Apply(x, training).ToArray());
    }
}
