namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>Every workload, with the targets that were set for it.</summary>
internal sealed partial class Catalogue
{
    private readonly WorkloadContext _context;
    private readonly List<(string Name, Func<Workload> Build)> _entries = [];

    private Catalogue(WorkloadContext context)
    {
        _context = context;
        AddTrainingSteps();
        AddMatrixProducts();
        AddNetworks();
        AddConvolutions();
        AddElementwise();
        AddPromises();
        AddTrainings();
    }

    /// <summary>
    /// The workloads whose names contain a text; each is built when its turn comes, and only then takes memory.
    /// </summary>
    public static IReadOnlyList<(string Name, Func<Workload> Build)> Of(WorkloadContext context, string filter) =>
        [.. new Catalogue(context)._entries
            .Where(entry => entry.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];

    private void AddTrainingSteps()
    {
        AddStep("mlp-16-16-batch1", 24, () => SmallStep(batch: 1));
        AddStep("mlp-16-16-batch32", 9, () => SmallStep(batch: 32));
        // A low rate, as the peer's: learning random labels by heart ends in denormal moments,
        // whose slowness is not the point.
        AddStep(
            "mlp-512-512-adam-batch128", 1.5,
            () => TrainingStep.Perceptron([512, 512], Activation.Relu, new Adam(1e-6), batch: 128));

        void AddStep(string name, double target, Func<TrainingStep> step) =>
            Add(name, name => new TrainStep(name, Unit.Microseconds, step(), target, _context));
    }

    private void AddMatrixProducts()
    {
        foreach (long n in new[] { 64, 128, 256, 512 })
        {
            AddProduct((n, n, n, "nn"), target: 0.92, targetOnTwo: n == 64 ? 0.88 : 0.92);
        }

        AddProduct((1024, 1024, 1024, "nn"), 0.90, 0.90);
        AddProduct((2048, 2048, 2048, "nn"), 0.90, 0.90);

        (long, long, long, string)[] others =
        [
            (8192, 64, 64, "nn"), (64, 8192, 64, "nn"), (64, 64, 8192, "nn"),
            (1000, 37, 129, "nn"), (255, 257, 253, "nn"), (127, 129, 131, "nn"),
            (128, 512, 784, "nn"), (784, 512, 128, "tn"), (128, 784, 512, "nt"), // forward, weight and input gradient
        ];
        foreach ((long, long, long, string) shape in others)
        {
            AddProduct(shape, 0.80, 0.80);
        }

        void AddProduct((long, long, long, string) shape, double target, double targetOnTwo) => AddByThreads(
            threads => MatrixProduct.NameOf(shape, threads),
            threads => new MatrixProduct(shape, threads, threads == 1 ? target : targetOnTwo, _context));
    }

    private void AddElementwise()
    {
        AddChain("elementwise-8-16m", Elementwise.EightOperations, target: 1.2);
        AddChain("gelu-tanh-16m", x => x.Gelu(approximate: true), target: 0.9);

        void AddChain(string name, Func<Tensor, Tensor> chain, double target) => AddByThreads(
            threads => Elementwise.NameOf(name, threads),
            threads => new Elementwise(name, chain, threads, target, _context));
    }

    private void AddPromises()
    {
        Add(
            "allocation-100000-replays",
            name => new ReplayAllocation(name, SmallStep(batch: 1).Compile().Run, bound: 1024, _context));
        Add(
            "allocation-100000-steps",
            name => new ReplayAllocation(name, SmallStep(batch: 1).RunNext, bound: 1024, _context));
        Add("identical-weights-threads", name => new IdenticalWeights(name, IdenticalWeights.Threads));
        Add("identical-weights-runs", name => new IdenticalWeights(name, IdenticalWeights.Runs));
        Add("identical-weights-widths", name => new IdenticalWeights(name, IdenticalWeights.Widths));
    }

    private void AddTrainings()
    {
        var defaults = new MnistTraining(_context, peerName: null);
        AddTraining("train-mnist accuracy", Unit.Percent, defaults, 98.0, run => run.Accuracy * 100);
        AddTraining("train-mnist process", Unit.Seconds, defaults, 15, run => run.ProcessSeconds);

        var small = new MnistTraining(
            _context, "train-mnist-16-16", "--hidden", "16,16", "--activation", "sigmoid", "--epochs", "20");
        AddTraining(
            "train-mnist-16-16 accuracy", Unit.Percent, small, 95.5, run => run.Accuracy * 100,
            answer => answer.Accuracy!.Value * 100);
        AddTraining(
            "train-mnist-16-16 training", Unit.Seconds, small, 4, run => run.TrainingSeconds, answer => answer.Median);

        void AddTraining(
            string name,
            Unit unit,
            MnistTraining training,
            double bound,
            Func<MnistTraining.Run, double> ours,
            Func<PeerAnswer, double>? theirs = null) =>
            Add(name, name => new TrainMnist(name, unit, training, bound, ours, theirs));
    }

    private void AddByThreads(Func<int, string> name, Func<int, Workload> build)
    {
        for (int threads = 1; threads <= _context.Threads; threads++)
        {
            int count = threads;
            Add(name(count), _ => build(count));
        }
    }

    private void Add(string name, Func<string, Workload> build) => _entries.Add((name, () => build(name)));

    private static TrainingStep SmallStep(int batch) =>
        TrainingStep.Perceptron([16, 16], Activation.Sigmoid, new Sgd(0.1), batch);
}
