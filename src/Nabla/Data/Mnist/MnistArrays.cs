namespace Nabla.Data;

/// <summary>The content of the four MNIST files, bytes as they are in the files.</summary>
/// <param name="TrainImages">[TrainCount, 28, 28], 0 the paper and 255 the ink.</param>
/// <param name="TrainLabels">[TrainCount], 0 to 9.</param>
/// <param name="TestImages">[TestCount, 28, 28].</param>
/// <param name="TestLabels">[TestCount], 0 to 9.</param>
internal sealed record MnistArrays(byte[] TrainImages, byte[] TrainLabels, byte[] TestImages, byte[] TestLabels)
{
    /// <summary>The images to train on; 60,000 in the original.</summary>
    public int TrainCount => TrainLabels.Length;

    /// <summary>The images to test on; 10,000 in the original.</summary>
    public int TestCount => TestLabels.Length;
}
