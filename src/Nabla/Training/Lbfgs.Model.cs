namespace Nabla;

public sealed partial class Lbfgs
{
    /// <summary>Changes the parameters of a model so that its loss on one batch becomes small.</summary>
    /// <remarks>
    /// The model is called as in training, always with the random numbers of the same step, so that its loss is one
    /// function of the parameters; penalties of regularizers are a part of it. Give all examples: this is no method for
    /// mini-batches.
    /// </remarks>
    /// <param name="model">What is trained; built here if it was not before.</param>
    /// <param name="loss">What is to become small.</param>
    /// <param name="inputs">[batch, …].</param>
    /// <param name="targets">[batch, …].</param>
    /// <exception cref="ShapeMismatchException">The batch fits neither the model nor the loss.</exception>
    /// <exception cref="InvalidOperationException">The loss does not depend on a trainable parameter.</exception>
    /// <exception cref="NonFiniteException">
    /// The loss or its gradient is not finite where it starts; the model is as it was.
    /// </exception>
    public LbfgsResult Minimize(Model model, Loss loss, Tensor inputs, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        Tensor.Evaluate(inputs, targets);
        if (!model.IsBuilt)
        {
            model.Build(inputs.Spec with { Shape = Shape.Create(inputs.Shape.Extents[1..]) });
        }

        var step = new Variable("lbfgs.step", Tensor.Scalar(0, DType.Int64));
        return Minimize(
            model.TrainableParameters,
            () =>
            {
                List<Tensor> penalties = [];
                CallContext context = CallContext.Training(step.Value, model.Seed).Collecting(penalties);
                Tensor wrong = loss.Call(model.Apply(inputs, context), targets);
                penalties.AddRange(model.ParameterRegularizers.Select(
                    entry => entry.Regularizer.Call(entry.Parameter.Value)));
                return penalties.Aggregate(wrong, (sum, penalty) => sum + penalty);
            });
    }
}
