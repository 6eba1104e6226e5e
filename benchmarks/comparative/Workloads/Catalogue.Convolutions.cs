namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>The convolutions of the residual networks, by themselves.</summary>
internal sealed partial class Catalogue
{
    private const int CifarBatch = 16;

    private static readonly long[] _widths = [64, 128, 256, 512];

    private void AddConvolutions()
    {
        foreach (long batch in new[] { 1, 8 })
        {
            AddResidual(size: 56, batch);
            Add(kernel: 7, size: 224, inputs: 3, outputs: 64, stride: 2, batch);
            Add(kernel: 1, size: 56, inputs: 64, outputs: 256, stride: 1, batch);
            Add(kernel: 1, size: 56, inputs: 256, outputs: 64, stride: 1, batch);
            Add(kernel: 1, size: 28, inputs: 512, outputs: 128, stride: 1, batch);
            Add(kernel: 1, size: 14, inputs: 1024, outputs: 256, stride: 1, batch);
            Add(kernel: 1, size: 7, inputs: 2048, outputs: 512, stride: 1, batch);
        }

        AddResidual(size: 32, CifarBatch);

        // The 3x3 convolutions of four stages, each half the size and twice the width of the one before.
        void AddResidual(long size, long batch)
        {
            foreach (long width in _widths)
            {
                Add(kernel: 3, size, inputs: width, outputs: width, stride: 1, batch);
                if (width != _widths[^1])
                {
                    Add(kernel: 3, size, inputs: width, outputs: 2 * width, stride: 2, batch);
                }

                size /= 2;
            }
        }

        void Add(long kernel, long size, long inputs, long outputs, long stride, long batch)
        {
            var shape = new ConvolutionShape(kernel, size, inputs, outputs, stride, batch);
            foreach (ConvolutionPass pass in ConvolutionPass.All)
            {
                if (inputs == 3 && pass == ConvolutionPass.InputGradient)
                {
                    continue; // nobody asks for the gradient of photographs
                }

                AddByThreads(
                    threads => Convolution.NameOf(shape, pass, threads),
                    threads => new Convolution(shape, pass, threads, _context));
            }
        }
    }
}
