using Nabla.Models;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>Convolutional networks: training steps, their memory, and inference.</summary>
internal sealed partial class Catalogue
{
    private void AddNetworks()
    {
        AddStep("cnn-adam-batch64", target: 2, Networks.SmallStep, peerSeconds: 0.5);
        AddStep("resnet18-cifar-sgd-batch16", target: 1.4, Networks.ResNet18Step, peerSeconds: 3);
        Add("memory-resnet18-cifar-sgd-batch16", name => new PeakMemory(name, _context));
        AddInference("resnet50", shape => ResNet.Of50(shape));
        AddInference("mobilenetv2", shape => MobileNetV2.Create(shape));
        AddInference("vgg16", shape => Vgg.Of16(shape));

        void AddStep(string name, double target, Func<TrainingStep> step, double peerSeconds) => Add(
            name,
            name => new TrainStep(
                name, Unit.Milliseconds, step(), target, _context, convolves: true, peerSeconds));

        void AddInference(string network, Func<Shape, Model> create)
        {
            AddByThreads(
                threads => Inference.NameOf(network, threads),
                threads => new Inference(network, create, threads, target: 0.9, _context));
            if (_context is { Torch: not null, Onnx: not null })
            {
                Add($"infer-{network} error", name => new InferenceError(name, network, create, bound: 1e-4, _context));
            }
        }
    }
}
