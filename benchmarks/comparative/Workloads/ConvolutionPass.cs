namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>One of the three computations that training has a convolution do.</summary>
/// <param name="Name">Its name, as <c>peer.py</c> spells it.</param>
/// <param name="Inputs">The signature of what it takes.</param>
/// <param name="Compute">From these inputs to its result.</param>
internal sealed record ConvolutionPass(
    string Name,
    Func<ConvolutionShape, TensorSpec[]> Inputs,
    Func<ConvolutionShape, IReadOnlyList<Tensor>, Tensor> Compute)
{
    /// <summary>The three.</summary>
    public static ConvolutionPass[] All => [Forward, InputGradient, WeightGradient];

    /// <summary>From images and weights to the result.</summary>
    public static ConvolutionPass Forward { get; } = new(
        "forward",
        shape => [shape.Images, shape.Weights],
        (shape, x) => shape.Apply(x[0], x[1]));

    /// <summary>From weights and the gradient of the result to the gradient of the images.</summary>
    public static ConvolutionPass InputGradient { get; } = new(
        "input-gradient",
        shape => [shape.Images, shape.Weights, shape.Results],
        (shape, x) => Gradient.VectorJacobian(shape.Apply(x[0], x[1]), x[2], x[0])[0]!);

    /// <summary>From images and the gradient of the result to the gradient of the weights.</summary>
    public static ConvolutionPass WeightGradient { get; } = new(
        "weight-gradient",
        shape => [shape.Images, shape.Weights, shape.Results],
        (shape, x) => Gradient.VectorJacobian(shape.Apply(x[0], x[1]), x[2], x[1])[0]!);
}
