namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>Convolutional networks: training steps and their memory.</summary>
internal sealed partial class Catalogue
{
    private void AddNetworks()
    {
        AddStep("cnn-adam-batch64", target: 2, Networks.SmallStep, peerSeconds: 0.5);
        AddStep("resnet18-cifar-sgd-batch16", target: 1.4, Networks.ResNet18Step, peerSeconds: 3);
        Add("memory-resnet18-cifar-sgd-batch16", name => new PeakMemory(name, _context));

        void AddStep(string name, double target, Func<TrainingStep> step, double peerSeconds) => Add(
            name,
            name => new TrainStep(
                name, Unit.Milliseconds, step(), target, _context, convolves: true, peerSeconds));
    }
}
