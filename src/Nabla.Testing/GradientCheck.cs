namespace Nabla.Testing;

/// <summary>
/// Compares gradients with difference quotients, in float64 and through the kernels of the default device.
/// </summary>
/// <example><code>
/// GradientCheck.Run(x => [x[0].Tanh().MatMul(x[1])], Tensor.RandomNormal([2, 3], 1), Tensor.RandomNormal([3, 2], 2));
/// </code></example>
public static class GradientCheck
{
    // The quotient (f(x − 2h) − 8 f(x − h) + 8 f(x + h) − f(x + 2h)) / 12h is off by h⁴ f⁽⁵⁾ / 30:
    // about 1e-14 here, as is its rounding.
    private const double Step = 5e-4;
    private const int MaxElements = 48;
    private const int CotangentStream = 77;

    private static readonly int[] s_offsets = [-2, -1, 1, 2];
    private static readonly double[] s_weights = [1.0 / 12, -8.0 / 12, 8.0 / 12, -1.0 / 12];

    /// <summary>Checks the gradient of a function at a point.</summary>
    /// <param name="function">
    /// The function, differentiable around the point; results that are not scalars are weighted and summed.
    /// </param>
    /// <param name="at">
    /// The point. Floating tensors are differentiated by, and cast to float64; others are handed on as they are.
    /// </param>
    /// <returns>The largest error, relative to numbers above 1.</returns>
    /// <exception cref="CheckFailedException">An element is off by more than 10⁻⁶.</exception>
    public static double Run(Func<IReadOnlyList<Tensor>, Tensor> function, params IReadOnlyList<Tensor> at) =>
        Run(function, at, 1e-6);

    /// <summary>Checks the gradient of a function at a point.</summary>
    /// <inheritdoc cref="Run(Func{IReadOnlyList{Tensor}, Tensor}, IReadOnlyList{Tensor})"/>
    /// <param name="function">
    /// The function, differentiable around the point; results that are not scalars are weighted and summed.
    /// </param>
    /// <param name="at">The point.</param>
    /// <param name="tolerance">The largest error that is let pass.</param>
    public static double Run(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> at, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        Tensor[] point = Prepare(at);
        Tensor Scalar(IReadOnlyList<Tensor> x) => Weighted(function(x), CotangentStream);
        int[] sources = [.. Enumerable.Range(0, point.Length).Where(i => point[i].DType.IsFloating)];
        Tensor?[] gradients = Gradient.OfOrNull(Scalar(point), [.. sources.Select(i => point[i])]);
        double worst = 0;
        for (int i = 0; i < sources.Length; i++)
        {
            worst = Math.Max(worst, Compare(Scalar, point, sources[i], gradients[i], tolerance));
        }

        return worst;
    }

    /// <summary>Checks the gradient of the gradient of a function at a point.</summary>
    /// <inheritdoc cref="Run(Func{IReadOnlyList{Tensor}, Tensor}, IReadOnlyList{Tensor}, double)"/>
    public static double RunSecond(
        Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> at, double tolerance = 1e-6)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(at);
        Tensor[] point = Prepare(at);
        bool depends = Gradients(function, point).Any(gradient => gradient is { Node: not null });
        Tensor Sum(IReadOnlyList<Tensor> x) =>
            Gradients(function, x).OfType<Tensor>().Select(Weighted).Aggregate((a, b) => a + b);
        return depends ? Run(Sum, point, tolerance) : 0;
    }

    private static Tensor?[] Gradients(Func<IReadOnlyList<Tensor>, Tensor> function, IReadOnlyList<Tensor> point) =>
        Gradient.OfOrNull(Weighted(function(point), CotangentStream), [.. point.Where(x => x.DType.IsFloating)]);

    private static Tensor[] Prepare(IReadOnlyList<Tensor> at)
    {
        Tensor[] point = [.. at.Select(x => x.DType.IsFloating ? x.Cast(DType.Float64) : x)];
        Tensor.Evaluate(point);
        return point;
    }

    private static Tensor Weighted(Tensor result, int stream)
    {
        var weights = new CheckInput(result.Shape, 0.5, 1.5);
        return (result * weights.Make(DType.Float64, stream)).Sum();
    }

    private static double Compare(
        Func<IReadOnlyList<Tensor>, Tensor> function, Tensor[] point, int source, Tensor? gradient, double tolerance)
    {
        double[] x = point[source].ToArray<double>();
        double[] actual = gradient is null ? new double[x.Length] : gradient.ToArray<double>();
        int stride = (x.Length + MaxElements - 1) / MaxElements;
        double worst = 0;
        for (int i = 0; i < x.Length; i += Math.Max(stride, 1))
        {
            double expected = Quotient(function, point, source, x, i);
            double error = Math.Abs(actual[i] - expected)
                / Math.Max(1, Math.Max(Math.Abs(actual[i]), Math.Abs(expected)));
            worst = Math.Max(worst, error);
            if (!(error <= tolerance))
            {
                throw new CheckFailedException(
                    $"The gradient for element {i} of input {source}, {point[source].Spec}, is {actual[i]:R} "
                    + $"where that input is {x[i]:R}, but difference quotients give {expected:R}: "
                    + $"a relative error of {error:G2}, above {tolerance:G2}.");
            }
        }

        return worst;
    }

    private static double Quotient(
        Func<IReadOnlyList<Tensor>, Tensor> function, Tensor[] point, int source, double[] x, int element)
    {
        double step = Step * Math.Max(1, Math.Abs(x[element])), sum = 0;
        var results = new Tensor[s_offsets.Length];
        for (int i = 0; i < results.Length; i++)
        {
            double[] moved = [.. x];
            moved[element] += s_offsets[i] * step;
            Tensor[] inputs = [.. point];
            inputs[source] = Tensor.From(moved, point[source].Shape);
            results[i] = function(inputs);
        }

        Tensor.Evaluate(results);
        for (int i = 0; i < results.Length; i++)
        {
            sum += s_weights[i] * results[i].Item<double>();
        }

        return sum / step;
    }
}
