namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>
/// A network of ten classes and what it takes to train it: forward, mean cross-entropy, backward and update in one
/// program.
/// </summary>
/// <remarks>
/// As with the peer, different batches that lie in memory take turns, so that each step reads its examples anew.
/// </remarks>
internal sealed class TrainingStep
{
    private const int Batches = 16;
    private const int Classes = 10;

    private readonly Trainer _trainer;
    private readonly (Tensor Inputs, Tensor Labels)[] _batches;
    private int _next;

    /// <summary>Builds the network and its batches of noise.</summary>
    /// <param name="model">The network, not built yet.</param>
    /// <param name="example">The shape of one example.</param>
    /// <param name="optimizer">Updates the parameters.</param>
    /// <param name="batch">Examples a step.</param>
    public TrainingStep(Model model, Shape example, Optimizer optimizer, int batch)
    {
        model.Build(example);
        _trainer = new Trainer(model, new CrossEntropy(), optimizer);
        _batches =
        [
            .. Enumerable.Range(0, Batches).Select(i =>
                (Samples.Uniform([batch, .. example.Extents], seed: i), Samples.Labels(batch, Classes, seed: i))),
        ];
    }

    /// <summary>A step of a perceptron for digits.</summary>
    /// <param name="hidden">Units of the hidden layers.</param>
    /// <param name="activation">What follows each hidden layer.</param>
    /// <param name="optimizer">Updates the parameters.</param>
    /// <param name="batch">Examples a step.</param>
    public static TrainingStep Perceptron(int[] hidden, Activation activation, Optimizer optimizer, int batch)
    {
        Sequential model = new() { Seed = 42 };
        foreach (int units in hidden)
        {
            model.Add(new Dense(units, activation));
        }

        model.Add(new Dense(Classes));
        return new TrainingStep(model, [784], optimizer, batch);
    }

    /// <summary>Trains on the next batch.</summary>
    public void RunNext()
    {
        (Tensor inputs, Tensor labels) = _batches[_next];
        _next = (_next + 1) % Batches;
        _trainer.Step(inputs, labels);
    }

    /// <summary>The step as a program of its own, to be replayed on the first batch.</summary>
    public Replay Compile()
    {
        (Tensor inputs, Tensor labels) = _batches[0];
        IReadOnlyList<Variable> parameters = _trainer.Model.TrainableParameters;
        Optimizer optimizer = _trainer.Optimizer;
        var step = new CompiledFunction(x =>
        {
            Tensor[] values = [.. parameters.Select(parameter => parameter.Value)];
            Tensor predictions = _trainer.Model.Apply(x[0], CallContext.Training(optimizer.Steps.Value));
            Tensor loss = _trainer.Loss.Call(predictions, x[1]);
            optimizer.Apply(parameters, Gradient.Of(loss, values));
            return [loss];
        });
        Replay replay = step.Bind(inputs.Spec, labels.Spec);
        replay.Bind(0, inputs);
        replay.Bind(1, labels);
        return replay;
    }

    /// <summary>The SHA-256 of all parameters.</summary>
    public string WeightsSha256() => _trainer.Model.WeightsSha256();
}
