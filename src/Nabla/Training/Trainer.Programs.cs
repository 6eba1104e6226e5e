namespace Nabla;

public sealed partial class Trainer
{
    // inputs, targets → loss as float64
    private IReadOnlyList<Tensor> TraceStep(Tensor inputs, Tensor targets)
    {
        Tensor predictions = Model.Apply(inputs, CallContext.Training(Optimizer.Steps.Value, Model.Seed));
        Tensor loss = CheckLoss(Loss.Call(predictions, targets)).CheckFinite("the loss");
        IReadOnlyList<Variable> parameters = Model.TrainableParameters;
        Tensor?[] gradients = Gradient.OfOrNull(loss, [.. parameters.Select(parameter => parameter.Value)]);

        // What the loss does not depend on stays as it is: a layer whose result is not used, or what is before a step
        // function.
        int[] learning = [.. Enumerable.Range(0, gradients.Length).Where(i => gradients[i] is not null)];
        if (learning.Length == 0)
        {
            throw new InvalidOperationException(parameters.Count == 0
                ? $"{Model.Subject} has no trainable parameters; "
                    + "add a layer that learns, or set Trainable on one that has some."
                : $"The loss depends on none of the {parameters.Count} trainable parameters, "
                    + "so that there is nothing to learn; check the loss and the last layer.");
        }

        Optimizer.Apply([.. learning.Select(i => parameters[i])], [.. learning.Select(i => gradients[i]!)]);
        _trainingMetrics.Update(loss, predictions, targets);
        return [loss.Cast(DType.Float64)];
    }

    // Evaluation reports a loss that is not finite as it is: the model does not suffer from it.
    private IReadOnlyList<Tensor> TraceEvaluation(Tensor inputs, Tensor targets)
    {
        Tensor predictions = Model.Apply(inputs, CallContext.Inference);
        Tensor loss = CheckLoss(Loss.Call(predictions, targets));
        _evaluationMetrics.Update(loss, predictions, targets);
        return [loss.Cast(DType.Float64)];
    }

    private Tensor CheckLoss(Tensor loss) => loss.Shape.ElementCount == 1 && loss.DType.IsFloating
        ? loss
        : throw new ShapeMismatchException(
            $"{Loss} gave {loss.Spec}, but a loss is one floating number; reduce it with Mean.", loss.Shape);
}
