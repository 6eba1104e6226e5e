using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Slides a kernel over images, over as many spatial axes as the kernel has.</summary>
    /// <remarks>
    /// Computes <c>y[n, o, f] = Σₜ Σ꜀ x[n, o · stride + t · dilation − before, c] · kernel[t, c, f]</c>, a
    /// cross-correlation, as everywhere in the field. With groups, channels and filters are cut into as many parts, and
    /// each part of the filters sees its part of the channels; as many groups as channels make it depthwise.
    /// Kernels of 3 × 3 in float32 may be computed by Winograd's algorithm (docs/design/convolution.md): a pixel that
    /// is infinite or no number spoils the results up to five pixels away, and numbers beyond 1e36 may overflow on the
    /// way.
    /// </remarks>
    /// <param name="kernel">[size…, channels / groups, filters]; this is [batch, spatial…, channels].</param>
    /// <param name="strides">One for each spatial axis, one for all, or none for 1.</param>
    /// <param name="padding">What is added around the images; nothing by default.</param>
    /// <param name="dilations">
    /// How far apart the elements of the kernel are: one for each spatial axis, one for all, or none for 1.
    /// </param>
    /// <param name="groups">How many parts the channels are cut into.</param>
    /// <returns>[batch, ⌊(spatial + padding − reach) / stride⌋ + 1…, filters].</returns>
    /// <exception cref="ShapeMismatchException">
    /// Ranks or channels do not meet, groups do not divide them, or the kernel is larger than the padded images.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A stride, dilation or number of groups is less than 1.</exception>
    /// <exception cref="DTypeMismatchException">The common type is not a floating one.</exception>
    /// <example><code>
    /// Tensor edges = images.Conv(kernel, strides: [2], padding: Padding.Same);
    /// </code></example>
    public Tensor Conv(
        Tensor kernel, ReadOnlySpan<long> strides = default, Padding? padding = null,
        ReadOnlySpan<long> dilations = default, int groups = 1)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        string subject = LayerScope.Current is { } path ? $"{nameof(Conv)} in layer '{path}'" : nameof(Conv);
        ConvOp.CheckKernel(subject, Shape, kernel.Shape, groups);
        padding ??= Padding.Valid;
        var window = SlidingWindow.Over(
            subject, Shape, kernel.Shape.Extents[..^2], strides, padding, dilations);
        DType dtype = DTypes.Promote(DType, kernel.DType);
        Tensor x = Cast(dtype), w = kernel.Cast(dtype);
        if (padding.Mode is not PaddingMode.Zeros && window.IsPadded)
        {
            x = x.Pad([0, .. window.Before, 0], [0, .. window.After, 0], padding.Mode);
            window = window.WithoutPadding();
        }

        return groups == 1 && window.Taps == 1 && !window.IsPadded
            ? x.ConvPointwise(w, window)
            : new ConvOp(window, groups).Apply(x, w);
    }

    /// <summary>A kernel of one element is a matrix product over the pixels that the strides leave.</summary>
    private Tensor ConvPointwise(Tensor kernel, SlidingWindow window)
    {
        Tensor x = this;
        for (int axis = 0; axis < window.Rank; axis++)
        {
            x = x.Slice(axis + 1, .., (int)Math.Min(window.Strides[axis], int.MaxValue));
        }

        Shape result = x.Shape.With(-1, kernel.Shape[-1]);
        long pixels = x.Shape.Without(-1).ElementCount;
        return x.Reshape(pixels, x.Shape[-1])
            .MatMul(kernel.Reshape(kernel.Shape[-2], kernel.Shape[-1])).Reshape(result);
    }
}

/// <summary>
/// x [batch, spatial…, channels] and w [size…, channels / groups, filters] to [batch, results…, filters].
/// </summary>
internal sealed record ConvOp(SlidingWindow Window, int Groups) : ContractionOp
{
    public override bool TakesViews => false;

    public override int? ColumnAxis => -1;

    public static void CheckKernel(string subject, Shape image, Shape kernel, int groups)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (image.Rank < 3 || kernel.Rank != image.Rank)
        {
            throw new ShapeMismatchException(
                $"{subject} takes images [batch, spatial…, channels] and a kernel [size…, channels, filters] with as "
                + $"many axes, such as [32, 28, 28, 1] and [3, 3, 1, 16], but got {image} and {kernel}.",
                image, kernel);
        }

        if (image[-1] != kernel[-2] * groups || kernel[-1] % groups != 0)
        {
            string parts = groups == 1 ? "" : $" in {groups} groups";
            throw new ShapeMismatchException(
                $"{subject}{parts} takes a kernel of {image[-1]}{(groups == 1 ? "" : $" / {groups}")} channels on its "
                + $"last axis but one, and filters that the groups divide, for images {image}, but got {kernel}.",
                image, kernel);
        }
    }

    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs)
    {
        Tensor x = inputs[0], w = inputs[1];
        ConvTerms.CheckTypes(Subject, x, w);
        CheckKernel(Subject, x.Shape, w.Shape, Groups);
        return new TensorSpec(x.DType, Shape.Create([x.Shape[0], .. Window.ResultOf(Subject, x.Shape), w.Shape[-1]]));
    }

    public override Tensor?[] Gradient(Node node, IReadOnlyList<Tensor?> gradients)
    {
        Tensor x = node.Inputs[0], w = node.Inputs[1], dy = gradients[0]!;
        return
        [
            new ConvInputGradientOp(Window, Groups, x.Shape.Extents[1..^1].ToArray()).Apply(dy, w),
            new ConvKernelGradientOp(Window, Groups).Apply(x, dy),
        ];
    }

    public override void Reference(ReferenceCall call)
    {
        ReferenceTensor x = call.Inputs[0], w = call.Inputs[1], y = call.Outputs[0];
        ConvTerms.Visit(
            Window, Groups, x.Shape, y.Shape, (image, tap, result) => y[result] += x[image] * w[tap]);
    }
}
