namespace Nabla.Models;

/// <summary>What the models here are put together from.</summary>
internal static class Blocks
{
    /// <summary>A part of the model with a path of its own.</summary>
    /// <param name="x">What the part takes.</param>
    /// <param name="name">Its name within the part around it.</param>
    /// <param name="body">What it is made of.</param>
    public static Symbol Part(this Symbol x, string name, Func<Symbol, Symbol> body)
    {
        Symbol inner = Symbol.Input(x.Shape);
        return x.Then(new Functional(inner, body(inner)) { Name = name });
    }

    /// <summary>Rectified.</summary>
    public static Symbol Relu(this Symbol x) => x.Then(Activation.Relu);

    /// <summary>A convolution that keeps the size but for its stride, without bias: a normalization follows.</summary>
    /// <param name="x">[height, width, channels].</param>
    /// <param name="name">Its name.</param>
    /// <param name="filters">The number of channels of the result.</param>
    /// <param name="size">The window, an odd number.</param>
    /// <param name="stride">How much smaller images become.</param>
    public static Symbol Convolve(this Symbol x, string name, int filters, int size, int stride = 1) => x.Then(
        new Conv2D(
            filters, size, stride, padding: size / 2, useBias: false,
            kernelInitializer: new VarianceScaling(2, FanMode.Out, RandomDistribution.Normal))
        {
            Name = name,
        });

    /// <summary>Batch normalization with the momentum and epsilon of PyTorch.</summary>
    public static Symbol Normalize(this Symbol x, string name, double epsilon = 1e-5) =>
        x.Then(new BatchNormalization(momentum: 0.9, epsilon: epsilon) { Name = name });

    /// <summary>The scores of classes.</summary>
    public static Symbol Score(this Symbol x, string name, int classes, Initializer? kernelInitializer = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        return x.Then(new Dense(classes, kernelInitializer: kernelInitializer) { Name = name });
    }
}
