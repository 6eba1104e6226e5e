using Nabla.Autodiff;
using Nabla.Graph;

namespace Nabla;

/// <summary>Gradients as a transform from graph to graph; gradients of gradients are gradients.</summary>
/// <example><code>
/// Tensor Loss(Tensor w) => (x.MatMul(w) - y).Square().Mean();
/// var (loss, gradient) = Gradient.ValueAndGradient(Loss)(w);
/// </code></example>
public static class Gradient
{
    /// <summary>The gradient of a scalar with respect to each source, by reverse mode.</summary>
    /// <param name="result">The scalar to differentiate: one element, floating.</param>
    /// <param name="sources">
    /// What to differentiate by: tensors that <paramref name="result"/> was computed from.
    /// </param>
    /// <returns>One tensor a source, of its shape and type.</returns>
    /// <exception cref="ShapeMismatchException"><paramref name="result"/> has more than one element.</exception>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="result"/> does not depend on a source; or it does through a value that was evaluated before and
    /// has dropped its graph.
    /// </exception>
    public static Tensor[] Of(Tensor result, params IReadOnlyList<Tensor> sources) =>
        OfOrNull(result, sources).Select((gradient, i) => gradient ?? throw new InvalidOperationException(
            $"The result does not depend on source {i}, {sources[i].Spec}, differentiably; leave that source out or "
            + "use Gradient.OfOrNull.")).ToArray();

    /// <summary>
    /// The gradient of a scalar with respect to each source; null for a source that it does not depend on.
    /// </summary>
    /// <param name="result">The scalar to differentiate: one element, floating.</param>
    /// <param name="sources">What to differentiate by.</param>
    /// <returns>One tensor a source, of its shape and type, or null.</returns>
    /// <exception cref="ShapeMismatchException"><paramref name="result"/> has more than one element.</exception>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="result"/> depends on a source through a value that was evaluated before and has dropped its
    /// graph.
    /// </exception>
    public static Tensor?[] OfOrNull(Tensor result, params IReadOnlyList<Tensor> sources)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.Shape.ElementCount != 1)
        {
            throw new ShapeMismatchException(
                $"Only a scalar has a gradient, but the result has shape {result.Shape}; "
                + "reduce it with Sum or Mean, or use Gradient.VectorJacobian.",
                result.Shape);
        }

        return VectorJacobian(result, Tensor.Constant(1.0, result.DType).BroadcastTo(result.Shape), sources);
    }

    /// <summary>The vector-Jacobian product: <c>Σᵢ vectorᵢ · ∂resultᵢ/∂source</c> for each source.</summary>
    /// <param name="result">What to differentiate; floating, any shape.</param>
    /// <param name="vector">The gradient that flows into <paramref name="result"/>, of its shape.</param>
    /// <param name="sources">What to differentiate by.</param>
    /// <returns>One tensor a source; null where there is no dependence.</returns>
    /// <exception cref="InvalidOperationException">
    /// <paramref name="result"/> depends on a source through a value that was evaluated before and has dropped its
    /// graph.
    /// </exception>
    public static Tensor?[] VectorJacobian(Tensor result, Tensor vector, params IReadOnlyList<Tensor> sources)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(sources);
        if (!result.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"Only floating results have gradients, but this one is {result.Spec}; cast before the computation.",
                result.DType);
        }

        if (vector.Spec != result.Spec)
        {
            throw new ShapeMismatchException(
                $"The vector of a vector-Jacobian product has the type and shape of the result, {result.Spec}, "
                + $"but got {vector.Spec}.",
                result.Shape, vector.Shape);
        }

        return new ReverseMode(sources).Run([result], [vector]);
    }

    /// <summary>Turns a scalar function of one tensor into one that also gives its gradient.</summary>
    public static Func<Tensor, (Tensor Value, Tensor Gradient)> ValueAndGradient(Func<Tensor, Tensor> function) => x =>
    {
        using GraphRetention retention = GraphRetention.Enter();
        Tensor value = function(x) ?? throw new InvalidOperationException(
            "The differentiated function returned null; it returns a scalar tensor, such as a Sum or a Mean.");
        return (value, Of(value, x)[0]);
    };

    /// <summary>Turns a scalar function of several tensors into one that also gives the gradient of each.</summary>
    public static Func<IReadOnlyList<Tensor>, (Tensor Value, Tensor[] Gradients)> ValueAndGradient(
        Func<IReadOnlyList<Tensor>, Tensor> function) => x =>
    {
        using GraphRetention retention = GraphRetention.Enter();
        Tensor value = function(x) ?? throw new InvalidOperationException(
            "The differentiated function returned null; it returns a scalar tensor, such as a Sum or a Mean.");
        return (value, Of(value, x));
    };

    /// <summary>Turns a scalar function of one tensor into its gradient.</summary>
    public static Func<Tensor, Tensor> Function(Func<Tensor, Tensor> function) =>
        x => ValueAndGradient(function)(x).Gradient;
}
