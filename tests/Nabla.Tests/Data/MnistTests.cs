namespace Nabla.Tests.Data;

public sealed class MnistTests
{
    [Fact]
    public void DigitsAreThereWithTheirLabels()
    {
        Mnist mnist = Mnist.Load();
        Assert.Equal(60_000, mnist.Train.Count);
        Assert.Equal(10_000, mnist.Test.Count);

        (Tensor image, Tensor label) = mnist.Test[0];
        Assert.Equal(new TensorSpec(DType.Float32, [28, 28]), image.Spec);
        Assert.Equal(0f, image.Min().Item<float>());
        Assert.InRange(image.Max().Item<float>(), 0.9f, 1);
        Assert.Equal(7, label.Item<int>());
    }

    [Fact]
    public void DigitsAreNotTakenForClothes()
    {
        string digits = Mnist.Load().Folder;
        Assert.Contains(
            "digits of MNIST", Assert.Throws<InvalidFileException>(() => Mnist.LoadFashion(digits)).Message);
    }
}
