namespace Nabla;

/// <summary>A number that says how wrong predictions are: the mean over a batch, differentiable.</summary>
/// <remarks>
/// A loss of your own checks the shapes, then states its formula in tensor language; gradients come free.
/// </remarks>
public abstract class Loss
{
    /// <summary>The loss of a batch.</summary>
    /// <param name="predictions">What the model gave; the first axis is the batch.</param>
    /// <param name="targets">What it should have given.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeMismatchException">Predictions and targets do not belong together.</exception>
    public abstract Tensor Call(Tensor predictions, Tensor targets);

    /// <inheritdoc/>
    public override string ToString() => GetType().Name;

    /// <summary>
    /// Checks that there is a target for every prediction, and gives the targets the type of the predictions.
    /// </summary>
    /// <remarks>
    /// Broadcasting [32] against [32, 1] would compare every prediction with every target, which nobody wants.
    /// </remarks>
    protected Tensor TargetsLike(Tensor predictions, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(targets);
        if (!predictions.DType.IsFloating)
        {
            throw new DTypeMismatchException(
                $"{this} compares floating predictions but got {predictions.Spec}.", predictions.DType);
        }

        if (predictions.Shape == targets.Shape)
        {
            return targets.Cast(predictions.DType);
        }

        string advice = predictions.Shape.ElementCount == targets.Shape.ElementCount
            ? $"reshape the targets to {predictions.Shape}"
            : "let the model give as many numbers an example as the targets have";
        throw new ShapeMismatchException(
            $"{this} expects targets of the shape of the predictions, {predictions.Shape}, "
            + $"but got {targets.Shape}; {advice}.",
            predictions.Shape, targets.Shape);
    }
}
