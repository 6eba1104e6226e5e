using System.Globalization;

namespace Nabla;

public partial class Trainer
{
    /// <summary>Writes everything that training needs to go on as if it had never been interrupted.</summary>
    /// <remarks>
    /// That is the weights, the state of the optimizer with its learning rate, averages, metrics, callbacks, the
    /// counter of the random numbers, the history, and the position in the data. The file can be loaded with
    /// <see cref="Model.Load"/>, too. It replaces an old one as a whole or not at all. Its weights are those of
    /// training, even while the averages are in use; <see cref="Model.Save"/> writes what the model has.
    /// </remarks>
    /// <param name="path">The file; <c>.nabla</c> by custom.</param>
    /// <exception cref="FileWriteException">The file cannot be written; an old one is still there.</exception>
    public void WriteCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Average is not { IsSwapped: true } average)
        {
            WriteState(path);
            return;
        }

        // Nothing in the file says which of the two are the averages.
        average.Swap();
        try
        {
            WriteState(path);
        }
        finally
        {
            average.Swap();
        }
    }

    /// <summary>
    /// Takes up training where a checkpoint was written; the next call of Fit, with the same data and numbers, goes on
    /// there.
    /// </summary>
    /// <remarks>
    /// The trainer must be made as the one that wrote it: same model, losses, optimizer, metrics and callbacks. Nothing
    /// is changed when anything does not fit.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidFileException">
    /// The file is no checkpoint, damaged, or of another model or trainer; the message tells what differs.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public void ReadCheckpoint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Current is not null)
        {
            throw new InvalidOperationException("A checkpoint is read before Fit, not while it runs.");
        }

        (CheckpointText text, Dictionary<string, Tensor> state, Model saved) = CheckpointFile.Read(path);
        Dictionary<string, Tensor> weights = saved.VariablePaths().ToDictionary(
            entry => entry.Path, entry => entry.Variable.Value, StringComparer.Ordinal);
        if (!Model.IsBuilt)
        {
            Model.Build(
                [.. saved.InputSpecs.Select(spec => spec with { Shape = Shape.Create(spec.Shape.Extents[1..]) })]);
        }

        Prepare();
        Dictionary<string, Variable> variables = StateVariables();
        Dictionary<string, Variable> model =
            Model.VariablePaths().ToDictionary(entry => entry.Path, entry => entry.Variable, StringComparer.Ordinal);
        StateDifference.Check(model, weights, path, "model", "Make the model as the one that was trained.");
        StateDifference.Check(
            variables,
            state.Where(entry => !IsFree(entry.Key)).ToDictionary(StringComparer.Ordinal),
            path, "trainer", "Make the trainer with the optimizer, metrics and averages of the one that wrote it.");
        ConfigurationDifference.Check(
            ComponentJson.Write(Model), ComponentJson.Write(saved), path, "model",
            "Make the model as the one that was trained, or take its weights alone, with Model.Load.");
        CheckLosses(text, path);
        CallbackState[] callbacks = [.. Callbacks.Select((callback, i) => StateOf(callback, i, state, path))];

        Load(callbacks, path);
        if (Average is { IsSwapped: true } average)
        {
            average.Swap();
        }

        foreach ((string name, Variable variable) in model)
        {
            variable.Value = weights[name];
        }

        foreach ((string name, Variable variable) in variables)
        {
            variable.Value = state[name];
        }

        _epochs.Clear();
        _epochs.AddRange(text.Epochs);
        _epochRate = text.Rate;
        _resume = (text.EpochsDone, text.BatchesDone);
        _stopped = default;
        _trainingMetrics.Restore(text.Examples, state);
    }

    private void WriteState(string path)
    {
        Prepare();
        (int epochs, int batches) = Current is { } call
            ? (call.EpochsDone, call.BatchesDone)
            : _stopped == default ? _resume : _stopped;
        CheckpointFile.Write(
            Model,
            new CheckpointText(epochs, batches, _trainingMetrics.Examples, _epochRate, _epochs, DescribedLosses()),
            [
                .. StateVariables().Select(entry => (entry.Key, entry.Value.Value)),
                .. _trainingMetrics.KeptRows(),
                .. Callbacks.SelectMany((callback, i) => StateOf(callback, i)),
            ],
            path);
    }

    // Slots and averages are made by the first step; a checkpoint may come before it.
    private void Prepare()
    {
        IReadOnlyList<Variable> parameters = Model.TrainableParameters;
        Optimizer.Prepare(parameters);
        Average?.Prepare(parameters);
        if (AccumulationSteps > 1)
        {
            foreach (Variable parameter in parameters)
            {
                SumOf(parameter);
            }
        }
    }

    private Dictionary<string, Variable> StateVariables()
    {
        IEnumerable<(string Name, Variable Variable)> all =
        [
            .. Optimizer.State.Select(variable => ($"optimizer/{variable.Name}", variable)),
            .. (Average?.State ?? []).Select(variable => ($"average/{variable.Name}", variable)),
            .. _trainingMetrics.Variables.Select(variable => ($"metrics/{variable.Name}", variable)),
            .. _sums.Values.Select(variable => ($"trainer/{variable.Name}", variable)),
            ($"trainer/{_batches.Name}", _batches),
            ($"trainer/{_gathered.Name}", _gathered),
        ];
        return all.ToDictionary(entry => entry.Name, entry => entry.Variable, StringComparer.Ordinal);
    }

    // Numbered among callbacks of one type, so that a logger more or less changes no name.
    private string NameOf(int index)
    {
        Type type = Callbacks[index].GetType();
        int place = Callbacks.Take(index).Count(other => other.GetType() == type);
        return $"callback/{type.Name}.{place}/";
    }

    // Before anything else is changed: of all that is read, only what callbacks make of it may fail.
    private void Load(CallbackState[] states, string path)
    {
        var before = new CallbackState[states.Length];
        for (int i = 0; i < states.Length; i++)
        {
            before[i] = new CallbackState();
            Callbacks[i].SaveState(before[i]);
        }

        int loaded = 0;
        try
        {
            for (; loaded < states.Length; loaded++)
            {
                Callbacks[loaded].LoadState(states[loaded]);
            }
        }
        catch (Exception exception)
        {
            for (int i = 0; i < loaded; i++)
            {
                Callbacks[i].LoadState(before[i]);
            }

            throw new InvalidFileException(
                path, 0,
                $"the callback {Callbacks[loaded].GetType().Name} could not take up its state: {exception.Message}",
                "Nothing was changed; mend its LoadState, or leave the callback out.", exception);
        }
    }

    private void CheckLosses(CheckpointText text, string path)
    {
        if (text.Losses is { } saved && DescribedLosses() is var here && !here.SequenceEqual(saved))
        {
            throw new InvalidFileException(
                path, 0,
                $"the checkpoint is of another trainer: the loss is {string.Join(" + ", here)} here and "
                + $"{string.Join(" + ", saved)} in the file",
                "Make the trainer with the loss of the one that wrote it, or take the weights alone, with Model.Load.");
        }
    }

    private string[] DescribedLosses() =>
        [.. Losses.Zip(LossWeights, (loss, weight) => weight == 1
            ? Described(loss)
            : string.Create(CultureInfo.InvariantCulture, $"{weight:R} * {Described(loss)}"))];

    // A loss of a formula has no configuration, and its name has to do.
    private static string Described(Loss loss)
    {
        try
        {
            return ComponentJson.Write(loss);
        }
        catch (NotSupportedException)
        {
            return loss.ToString();
        }
    }

    private IEnumerable<(string Name, Tensor Value)> StateOf(TrainingCallback callback, int index)
    {
        var state = new CallbackState();
        callback.SaveState(state);
        return state.Tensors.Select(entry => (NameOf(index) + entry.Key, entry.Value));
    }

    private CallbackState StateOf(
        TrainingCallback callback, int index, Dictionary<string, Tensor> state, string path)
    {
        // What the callback would write now tells what it will ask for.
        string prefix = NameOf(index);
        var mine = state.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value, StringComparer.Ordinal);
        return mine.Count > 0 || !StateOf(callback, index).Any()
            ? new CallbackState(mine)
            : throw new InvalidFileException(
                path, 0, $"the checkpoint has no state for the callback {callback.GetType().Name}",
                "Add the callbacks of the trainer that wrote it, those of one type in the same order.");
    }

    // Rows and callbacks have as many tensors as they need, so that no list of variables says which.
    private static bool IsFree(string name) =>
        name.StartsWith("callback/", StringComparison.Ordinal)
        || name.StartsWith(MetricStates.RowsPrefix, StringComparison.Ordinal);
}
