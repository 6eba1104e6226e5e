namespace Nabla.Benchmarks.Comparative;

/// <summary>A program that measures when asked by lines of JSON, and how a process of it is started.</summary>
/// <param name="Commands">What runs it, the first of them that works.</param>
/// <param name="Arguments">The script and its options.</param>
/// <param name="Absence">What to say where no command works: what is left out, and how to install it.</param>
public sealed record PeerProgram(string[] Commands, string[] Arguments, string Absence)
{
    /// <summary>PyTorch, by <c>peer.py</c>.</summary>
    /// <param name="root">The folder of the repository.</param>
    public static PeerProgram Torch(string root) => new(
        // The distribution's Python owns its packages, and another one often comes before it in PATH.
        OperatingSystem.IsWindows() ? ["python"] : ["/usr/bin/python3", "python3"],
        [ScriptOf(root, "peer.py"), "--serve", "--mnist", Path.Combine(root, "data", "mnist")],
        "There is no Python on this machine, so PyTorch's side is left out. "
        + "On Debian or Ubuntu: apt-get install python3-torch libopenblas0-pthread");

    /// <summary>ONNX Runtime, by <c>ort-peer.mjs</c>.</summary>
    /// <param name="root">The folder of the repository.</param>
    public static PeerProgram OnnxRuntime(string root) => new(
        ["node"],
        [ScriptOf(root, "ort-peer.mjs"), "--serve"],
        "There is no Node.js on this machine, so ONNX Runtime's side is left out. "
        + "Install Node.js 20 or later, then in benchmarks/comparative: npm install");

    private static string ScriptOf(string root, string name) => Path.Combine(root, "benchmarks", "comparative", name);
}
