namespace Nabla;

/// <summary>Mixes the examples of a batch with each other, inputs and targets alike.</summary>
/// <remarks>
/// Every example meets the one that stands some places further on, the same number for all, drawn for each step: a
/// batch
/// is in random order already.
/// </remarks>
public static class BatchAugmentation
{
    // Each pair is accepted with a probability of a half or more: none of so many, once in four billion.
    private const int Candidates = 32;

    /// <summary>Adds a share of another example to each.</summary>
    /// <remarks>
    /// Computes <c>x = λ x₁ + (1 − λ) x₂</c> and the same for targets, with λ of a Beta(alpha, alpha) distribution for
    /// each
    /// example. Source: H. Zhang et al., mixup: beyond empirical risk minimization, 2018.
    /// </remarks>
    /// <param name="inputs">[batch, …], floating-point numbers.</param>
    /// <param name="targets">[batch, classes], probabilities; make them of labels with <c>OneHot</c>.</param>
    /// <param name="key">The source of the random numbers; a seed will do.</param>
    /// <param name="step">Which draw from the source, an int64 scalar, such as the number of the step.</param>
    /// <param name="alpha">More than 0, up to 1: the nearer to 0, the less is mixed. By default as in Keras.</param>
    /// <exception cref="ShapeMismatchException">There is not one row of targets for each input.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is out of range.</exception>
    public static (Tensor Inputs, Tensor Targets) MixUp(
        Tensor inputs, Tensor targets, RandomKey key, Tensor step, double alpha = 0.2)
    {
        Check(inputs, targets, alpha);
        Tensor share = Beta(inputs.Shape[0], alpha, key, step, targets.DType);
        Tensor partners = Partners(inputs.Shape[0], key, step);
        Tensor ofInputs = Over(share, inputs).Cast(inputs.DType);
        return (Mix(inputs, partners, ofInputs), Mix(targets, partners, Over(share, targets)));
    }

    /// <summary>Puts a rectangle of another image into each.</summary>
    /// <remarks>
    /// The rectangle has the proportions of the image and the share 1 − λ of its area, with λ of a Beta(alpha, alpha)
    /// distribution, and is cut at the border; targets are mixed by what is left of the image.
    /// Source: S. Yun et al., CutMix: regularization strategy to train strong classifiers, 2019.
    /// </remarks>
    /// <param name="inputs">[batch, height, width, channels] or [batch, height, width].</param>
    /// <param name="targets">[batch, classes], probabilities; make them of labels with <c>OneHot</c>.</param>
    /// <param name="key">The source of the random numbers; a seed will do.</param>
    /// <param name="step">Which draw from the source, an int64 scalar, such as the number of the step.</param>
    /// <param name="alpha">More than 0, up to 1: the nearer to 0, the smaller or larger are rectangles.</param>
    /// <exception cref="ShapeMismatchException">
    /// The inputs are no images, or there is not one row of targets for each.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is out of range.</exception>
    public static (Tensor Inputs, Tensor Targets) CutMix(
        Tensor inputs, Tensor targets, RandomKey key, Tensor step, double alpha = 1)
    {
        Check(inputs, targets, alpha);
        if (inputs.Rank is not (3 or 4))
        {
            throw new ShapeMismatchException(
                "CutMix takes images [batch, height, width, channels] or [batch, height, width] but got "
                + $"{inputs.Shape}; MixUp takes any inputs.", inputs.Shape);
        }

        long batch = inputs.Shape[0], height = inputs.Shape[1], width = inputs.Shape[2];
        Tensor side = (1 - Beta(batch, alpha, key, step, DType.Float32)).Sqrt();
        (Tensor top, Tensor bottom) = Span(side, height, key.For("row"), step);
        (Tensor left, Tensor right) = Span(side, width, key.For("column"), step);
        Tensor isInside = ImageBoxes.Inside([batch, height, width, 1], top, left, bottom - top, right - left);
        isInside = inputs.Rank == 4 ? isInside : isInside.Squeeze(3);

        Tensor partners = Partners(batch, key, step);
        Tensor share = (1 - ((bottom - top) * (right - left) / (height * width))).Cast(targets.DType);
        return (isInside.Where(inputs.Gather(partners), inputs), Mix(targets, partners, Over(share, targets)));
    }

    private static void Check(Tensor inputs, Tensor targets, double alpha)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (alpha is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(alpha), alpha, "Alpha is more than 0 and at most 1, such as 0.2.");
        }

        if (!inputs.DType.IsFloating || !targets.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"Only floating-point numbers mix, but inputs are {inputs.Spec} and targets {targets.Spec}; cast "
                + "inputs with Cast(DType.Float32), and make targets of labels with OneHot(classes).",
                inputs.DType.IsFloating ? targets.DType : inputs.DType);
        }

        if (inputs.Rank == 0 || targets.Rank != 2 || inputs.Shape[0] != targets.Shape[0])
        {
            throw new ShapeMismatchException(
                $"Targets are [batch, classes], a row for each input, but inputs are {inputs.Shape} and targets "
                + $"{targets.Shape}; make them of labels with OneHot(classes).", inputs.Shape, targets.Shape);
        }
    }

    private static Tensor Mix(Tensor x, Tensor partners, Tensor share)
    {
        Tensor other = x.Gather(partners);
        return other + ((x - other) * share);
    }

    private static Tensor Over(Tensor numbers, Tensor x) =>
        numbers.Reshape(Shape.Create([x.Shape[0], .. Enumerable.Repeat(1L, x.Rank - 1)]));

    private static Tensor Partners(long batch, RandomKey key, Tensor step)
    {
        Tensor distance = batch == 1
            ? Tensor.Scalar(0, DType.Int64)
            : Tensor.RandomInteger([], 1, batch, key.For("partner"), step, DType.Int64);
        return (Tensor.Arange(batch) + distance) % batch;
    }

    // The rows or columns of boxes: a share of the extent about a middle that is anywhere, cut at the border.
    private static (Tensor Start, Tensor End) Span(Tensor share, long extent, RandomKey key, Tensor step)
    {
        Tensor middle = Tensor.RandomUniform(share.Shape, key, step, high: extent).Floor();
        Tensor length = (share * extent).Floor(), start = middle - (length * 0.5).Floor();
        return (start.Clamp(0, extent), (start + length).Clamp(0, extent));
    }

    // M. D. Jöhnk's method: of pairs u^(1/a), v^(1/a) the first whose sum is at most 1 gives u^(1/a) / sum. In
    // logarithms,
    // since the powers of a small alpha are too small for floats.
    private static Tensor Beta(long count, double alpha, RandomKey key, Tensor step, DType dtype)
    {
        Tensor Logarithm(string name) =>
            (1 - Tensor.RandomUniform([Candidates, count], key.For(name), step, dtype: dtype)).Log() * (1 / alpha);
        Tensor first = Logarithm("first"), second = Logarithm("second");
        Tensor isAccepted = first.Exp() + second.Exp() <= 1;
        Tensor chosen = isAccepted.Cast(DType.Int32).ArgMax(0, keepAxis: true);
        return (first - second).Sigmoid().TakeAlong(chosen, 0).Squeeze(0);
    }
}
