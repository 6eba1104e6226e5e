namespace Nabla;

public partial class Trainer
{
    // Counts batches where several make one update; else the optimizer's own count says the same.
    private readonly Variable _batches = new("trainer.batches", Tensor.Scalar(0, DType.Int64));
    private readonly Variable _gathered = new("trainer.gathered", Tensor.Scalar(0, DType.Int64));
    private readonly Dictionary<Variable, Variable> _sums = new(ReferenceEqualityComparer.Instance);

    // While a step is traced: whether it updates the parameters, or only adds its gradients to those of the batches
    // before.
    private bool _updates;

    // While a step is traced: whether the optimizer has begun its step, and the batches gathered with this one.
    private bool _hasUpdated;
    private Tensor? _gatheredNow;

    // The losses that the step minimizes, each with the node that refuses it when it is not finite.
    private readonly List<(Tensor Loss, Tensor Checked)> _minimized = [];

    /// <summary>The number of batches seen, an int64 scalar: the counter of random numbers.</summary>
    internal Variable BatchCounter => AccumulationSteps == 1 ? Optimizer.Steps : _batches;

    /// <summary>
    /// What one step of training does; override it for a step of your own, and assign variables as you need.
    /// </summary>
    /// <remarks>Called while the step is traced, once for each signature, and then only replayed.</remarks>
    /// <param name="batch">The examples.</param>
    /// <param name="context">To call the model with.</param>
    /// <returns>The loss to be reported, and the predictions that metrics judge.</returns>
    /// <example><code>
    /// protected override StepResult TrainStep(Batch batch, CallContext context)
    /// {
    ///     StepResult result = Forward(batch, context);
    ///     Minimize(result.Loss + Penalty(result.Predictions[0]));
    ///     return result;
    /// }
    /// </code></example>
    protected virtual StepResult TrainStep(Batch batch, CallContext context)
    {
        StepResult result = Forward(batch, context);
        Minimize(result.Loss);
        return result;
    }

    /// <summary>What judging a batch does; override it together with <see cref="TrainStep"/>.</summary>
    /// <param name="batch">The examples.</param>
    /// <param name="context">To call the model with.</param>
    protected virtual StepResult EvaluateStep(Batch batch, CallContext context) => Forward(batch, context);

    /// <summary>
    /// The model's predictions and their loss; in training, what regularizers and layers add to it is included.
    /// </summary>
    /// <param name="batch">The examples.</param>
    /// <param name="context">To call the model with.</param>
    /// <exception cref="ShapeMismatchException">The batch fits neither the model nor the loss.</exception>
    protected StepResult Forward(Batch batch, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(context);
        if (batch.Targets.Count != Losses.Count)
        {
            throw new ArgumentException(
                $"There are {Losses.Count} losses but {batch.Targets.Count} targets an example; "
                + "give one target for each loss.", nameof(batch));
        }

        var added = new List<Tensor>();
        IReadOnlyList<Tensor> predictions = Model.Apply(
            batch.Inputs, context.IsTraining ? context.Collecting(added) : context);
        Tensor? total = null;
        var parts = new List<(double Weight, bool IsSum, Tensor Elements, Tensor? Shares)>();
        for (int i = 0; i < Losses.Count; i++)
        {
            (Tensor Elements, Tensor? Shares) part =
                Losses[i].Weighted(predictions[i], batch.Targets[i], batch.Weights);
            parts.Add((LossWeights[i], Losses[i].Reduction == Reduction.Sum, part.Elements, part.Shares));
            Tensor loss = Checked(Losses[i], Losses[i].Reduced(part));
            loss = LossWeights[i] == 1 ? loss : loss * LossWeights[i];
            total = total is null ? loss : total + loss;
        }

        if (context.IsTraining)
        {
            added.AddRange(Model.ParameterRegularizers.Select(entry => entry.Regularizer.Call(entry.Parameter.Value)));
        }

        Tensor sum = added.Aggregate(total!, (sum, penalty) => sum + penalty);
        return new StepResult(sum, predictions)
        {
            Parts = new LossParts(sum, parts),
        };
    }

    /// <summary>Changes the parameters so that a loss becomes smaller.</summary>
    /// <remarks>
    /// Takes the gradients, gathers them over <see cref="AccumulationSteps"/> batches, lets the optimizer update the
    /// parameters, applies their constraints, and keeps <see cref="Average"/>. The step fails, and changes nothing,
    /// when the loss is not finite.
    /// </remarks>
    /// <param name="loss">One floating number.</param>
    protected void Minimize(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        Tensor finite = loss.CheckFinite("the loss");
        _minimized.Add((loss, finite));
        IReadOnlyList<Variable> parameters = Model.TrainableParameters;
        Tensor?[] gradients = Gradient.OfOrNull(finite, [.. parameters.Select(parameter => parameter.Value)]);

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

        Variable[] changing = [.. learning.Select(i => parameters[i])];
        if (Gathered(changing, [.. learning.Select(i => gradients[i]!)]) is { } gathered)
        {
            // However many losses a step minimizes, it is one step.
            Optimizer.Apply(changing, gathered, continues: _hasUpdated);
            _hasUpdated = true;
            foreach ((Variable parameter, Constraint constraint) in Model.ParameterConstraints.Where(
                entry => changing.Contains(entry.Parameter)))
            {
                parameter.Value = constraint.Apply(parameter.Value);
            }
        }
    }

    private IReadOnlyList<Tensor> TraceTraining(Batch stored, BatchTransform? transform, bool updates)
    {
        _updates = updates;
        _minimized.Clear();
        (_hasUpdated, _gatheredNow) = (false, null);
        Tensor number = BatchCounter.Value;
        CallContext context = CallContext.Training(number, Model.Seed);
        Batch batch = transform?.Invoke(stored, context) ?? stored;
        StepResult result = TrainStep(batch, context);
        if (_minimized.Count > 0 && (AccumulationSteps == 1 || updates))
        {
            Average?.Apply(Model.TrainableParameters);
        }

        if (BatchCounter == _batches)
        {
            _batches.Value += 1;
        }

        // What is checked has to be a result, or nobody would compute it.
        int reported = _minimized.FindIndex(entry => entry.Loss == result.Loss);
        Tensor loss = reported < 0 ? result.Loss : _minimized[reported].Checked;
        return
        [
            loss.Cast(DType.Float64),
            .. _trainingMetrics.Update(result with { Loss = loss }, batch),
            .. _minimized.Where((_, i) => i != reported).Select(entry => entry.Checked),
        ];
    }

    // Evaluation reports a loss that is not finite as it is: the model does not suffer from it.
    private IReadOnlyList<Tensor> TraceEvaluation(Batch stored, BatchTransform? transform)
    {
        Batch batch = transform?.Invoke(stored, CallContext.Inference) ?? stored;
        StepResult result = EvaluateStep(batch, CallContext.Inference);
        return [result.Loss.Cast(DType.Float64), .. _evaluationMetrics.Update(result, batch)];
    }

    // The mean of the gradients since the last update; null when this batch is not the last before the next one.
    private Tensor[]? Gathered(Variable[] parameters, Tensor[] gradients)
    {
        if (AccumulationSteps == 1)
        {
            return gradients;
        }

        Tensor count = _gatheredNow ??= _gathered.Value + 1;
        var mean = new Tensor[gradients.Length];
        for (int i = 0; i < gradients.Length; i++)
        {
            Variable kept = SumOf(parameters[i]);
            Tensor sum = kept.Value + gradients[i];
            mean[i] = sum / count.Cast(sum.DType);
            kept.Value = _updates ? Tensor.Full(sum.Shape, 0.0, sum.DType) : sum;
        }

        _gathered.Value = _updates ? Tensor.Scalar(0, DType.Int64) : count;
        return _updates ? mean : null;
    }

    // An epoch that was cut short leaves gradients, which would count in the first update of the next one.
    private void ForgetGathered()
    {
        _gathered.Value = Tensor.Scalar(0, DType.Int64);
        foreach (Variable sum in _sums.Values)
        {
            sum.Value = Tensor.Full(sum.Shape, 0.0, sum.DType);
        }
    }

    // Layers that are trained only from now on have parameters that are no part of the average yet.
    private void PrepareAverage()
    {
        if (Model.IsBuilt)
        {
            Average?.Prepare(Model.TrainableParameters);
        }
    }

    // A step that was compiled before asks nobody.
    private void RefuseAverages()
    {
        if (Average is { IsSwapped: true })
        {
            throw new InvalidOperationException(
                "The averages are in the parameters, where a step would train them; swap back first, with "
                + "Average.Swap().");
        }
    }

    private Variable SumOf(Variable parameter)
    {
        if (!_sums.TryGetValue(parameter, out Variable? sum))
        {
            sum = new Variable(
                $"{parameter.Name}.gradient_sum", Tensor.Full(parameter.Shape, 0.0, parameter.DType));
            _sums.Add(parameter, sum);
        }

        return sum;
    }

    private static Tensor Checked(Loss source, Tensor loss) => loss.Shape.ElementCount == 1 && loss.DType.IsFloating
        ? loss
        : throw new ShapeMismatchException(
            $"{source} gave {loss.Spec}, but a loss is one floating number; reduce it with Mean.", loss.Shape);
}
