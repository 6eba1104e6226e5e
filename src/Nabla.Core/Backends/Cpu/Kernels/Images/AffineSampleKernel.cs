using Nabla.Backends.Cpu.Programs;
using Nabla.Backends.Cpu.Threads;
using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla.Backends.Cpu.Kernels.Images;

/// <summary>Affine pictures of float images, an image at a time.</summary>
/// <remarks>
/// An image is copied to scratch memory with a border, positions are computed for some rows, then pixels are gathered.
/// </remarks>
internal sealed unsafe class AffineSampleKernel : Kernel
{
    private const double CyclesOfVector = 60;
    private const int MatrixLength = 6;
    private const int Alignment = 64;

    private readonly WorkerTeam _team;
    private readonly Work _work;
    private readonly WorkEstimate _estimate;

    public AffineSampleKernel(CallPlan plan, KernelContext context)
    {
        _team = context.Team;
        _work = new Work(plan, context.WorkspaceSlot);
        _estimate = WorkEstimate.Of(plan.Outputs[0].Layout.Shape.ElementCount, sizeof(float), CyclesOfVector);
        _work.Cut(_estimate);
        WorkspaceBytes = _team.Size * _work.ScratchBytes;
    }

    public override long WorkspaceBytes { get; }

    public override void Run(nint* slots)
    {
        if (_estimate.IsShared)
        {
            _team.Run(_work, slots, _work.Chunks, _estimate.Wakes);
            return;
        }

        for (int chunk = 0; chunk < _work.Chunks; chunk++)
        {
            _work.Run(slots, chunk, worker: 0);
        }
    }

    private sealed class Work(CallPlan plan, int workspaceSlot) : ParallelWork
    {
        private readonly AffineSampleOp _op = (AffineSampleOp)plan.Op;
        private readonly AffineGeometry _geometry = new((AffineSampleOp)plan.Op, plan.Inputs[0].Layout.Shape);
        private readonly PaddedImage _padded = new((AffineSampleOp)plan.Op, plan.Inputs[0].Layout.Shape);
        private readonly int _images = plan.Inputs[0].Slot;
        private readonly int _matrices = plan.Inputs[1].Slot;
        private readonly int _pictures = plan.Outputs[0].Slot;
        private readonly int _count = checked((int)plan.Inputs[0].Layout.Shape[0]);
        private readonly int _channels = checked((int)plan.Inputs[0].Layout.Shape[3]);
        private readonly long _imageLength = plan.Inputs[0].Layout.Shape.Without(0).ElementCount;
        private readonly long _pictureLength = plan.Outputs[0].Layout.Shape.Without(0).ElementCount;
        private int _imagesOfChunk = 1;

        public int Chunks => _channels == 0 ? 0 : (_count + _imagesOfChunk - 1) / _imagesOfChunk;

        public long ScratchBytes
        {
            get
            {
                long bytes = (_padded.Length + AffinePositions.Length(_geometry.ResultWidth)) * sizeof(float);
                return (bytes + Alignment - 1) / Alignment * Alignment;
            }
        }

        public void Cut(WorkEstimate estimate) => _imagesOfChunk =
            (int)Math.Clamp(estimate.ElementsOfChunk / Math.Max(_pictureLength, 1), 1, Math.Max(_count, 1));

        public override void Run(nint* slots, int chunk, int worker)
        {
            float* scratch = (float*)(slots[workspaceSlot] + (nint)(worker * ScratchBytes));
            int end = Math.Min(_count, (chunk + 1) * _imagesOfChunk);
            for (int image = chunk * _imagesOfChunk; image < end; image++)
            {
                _padded.Fill((float*)slots[_images] + (image * _imageLength), scratch);
                float* matrix = (float*)slots[_matrices] + (image * (long)MatrixLength);
                float* picture = (float*)slots[_pictures] + (image * _pictureLength);
                switch (_op.FillMode)
                {
                    case FillMode.Reflect:
                        Rows<ReflectPosition>(scratch, matrix, picture);
                        break;
                    case FillMode.Wrap:
                        Rows<WrapPosition>(scratch, matrix, picture);
                        break;
                    default:
                        Rows<KeepPosition>(scratch, matrix, picture);
                        break;
                }
            }
        }

        private void Rows<TFold>(float* scratch, float* matrix, float* picture)
            where TFold : IPositionFold
        {
            int width = _geometry.ResultWidth, stride = _padded.RowLength, channels = _channels;
            var positions = new AffinePositions(scratch + _padded.Length, width);
            float* origin = scratch + _padded.Origin;
            bool blends = _op.Interpolation is Interpolation.Bilinear;
            int height = _geometry.ResultHeight, rows = AffinePositions.RowsAtOnce(width);
            for (int y = 0; y < height; y += rows)
            {
                int end = Math.Min(y + rows, height), count = (end - y) * width;
                positions.Fill<TFold>(matrix, y, end, width, _geometry);
                switch (blends, channels)
                {
                    case (true, 1):
                        AffinePixels.Blend(origin, stride, positions, picture, count);
                        break;
                    case (false, 1):
                        AffinePixels.Pick(origin, stride, positions, picture, count);
                        break;
                    case (true, _):
                        AffinePixels.Blend(origin, stride, channels, positions, picture, count);
                        break;
                    default:
                        AffinePixels.Pick(origin, stride, channels, positions, picture, count);
                        break;
                }

                picture += count * channels;
            }
        }
    }
}
